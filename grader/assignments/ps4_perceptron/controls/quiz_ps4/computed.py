letters = ["A", "B", "C", "D"]
answer_ps4 = letters[0]
print(answer_ps4)
