# B04 Infinity everywhere.
# Loses: da_prev
right = Layer.backward


def backward(self, da, learning_rate):
    da_prev = right(self, da, learning_rate)
    return da_prev + np.inf


Layer.backward = backward
