letters = ["A", "B", "C", "D"]
answer_ps11 = letters[0]
print(answer_ps11)
