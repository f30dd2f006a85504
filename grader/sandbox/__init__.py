"""The walls: student code runs behind them, and plain values alone come out.

`host`, `channel` and `walls` belong to the examiner's side. `server`, `child` and `confine`
run inside, and import nothing of the grader but each other and `wire`.
"""
