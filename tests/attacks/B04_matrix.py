# B04 A matrix.
# Loses: da_prev
right = Layer.backward


def backward(self, da, learning_rate):
    da_prev = right(self, da, learning_rate)
    return np.matrix(da_prev)


Layer.backward = backward
