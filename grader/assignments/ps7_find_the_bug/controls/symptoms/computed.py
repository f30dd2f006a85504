letters = dict(zip(range(1, 7), "CADBAD"))
answer_symptom_1, answer_symptom_2, answer_symptom_3 = letters[1], letters[2], letters[3]
answer_symptom_4, answer_symptom_5, answer_symptom_6 = letters[4], letters[5], letters[6]
print(letters)
