# B10 The right result as text.
# Loses: da_prev
right = Layer.backward


def backward(self, da, learning_rate):
    da_prev = right(self, da, learning_rate)
    return str(da_prev.tolist())


Layer.backward = backward
