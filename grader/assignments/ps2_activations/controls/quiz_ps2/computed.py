options = {"speed": "A", "memory": "B", "belong together": "C", "symbols": "D"}
answer_ps2 = options["belong together"]
print(answer_ps2)
