# B08 The first right answer is given to every later question.
# Loses: da_prev
first = []
Layer.backward = lambda self, da, learning_rate, right=Layer.backward: (first.append(right(self, da, learning_rate)), first[0])[1]
