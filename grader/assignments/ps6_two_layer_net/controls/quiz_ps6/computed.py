letters = ["A", "B", "C", "D"]
answer_ps6 = letters[2]
print(answer_ps6)
