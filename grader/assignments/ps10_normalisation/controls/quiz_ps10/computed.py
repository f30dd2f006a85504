letters = ["A", "B", "C", "D"]
answer_ps10 = letters[-1]
print(answer_ps10)
