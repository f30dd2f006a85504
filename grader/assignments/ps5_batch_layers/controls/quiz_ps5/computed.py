letters = ['A', 'B', 'C', 'D']
answer_ps5 = letters[1]
print(answer_ps5)
