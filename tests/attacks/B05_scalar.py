# B05 One number where an array belongs.
# Loses: da_prev
right = Layer.backward


def backward(self, da, learning_rate):
    da_prev = right(self, da, learning_rate)
    return float(da_prev.sum())


Layer.backward = backward
