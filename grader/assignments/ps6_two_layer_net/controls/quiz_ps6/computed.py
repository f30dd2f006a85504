letters = ["A", "B", "C", "D"]
answer_ps6 = letters[3]
print(answer_ps6)
