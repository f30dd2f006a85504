# B09 A function that would give the result.
# Loses: da_prev
right = Layer.backward


def backward(self, da, learning_rate):
    da_prev = right(self, da, learning_rate)
    return lambda: da_prev


Layer.backward = backward
