letters = ['A', 'B', 'C', 'D']
answer_ps3 = letters[1]
print(answer_ps3)
