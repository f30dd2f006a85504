letters = ["A", "B", "C", "D"]
answer_ps4 = letters[2]
print(answer_ps4)
