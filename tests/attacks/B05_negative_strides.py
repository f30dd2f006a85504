# B05 The right numbers, laid out backwards: an honest answer.
# Loses: nothing
right = Layer.backward


def backward(self, da, learning_rate):
    da_prev = right(self, da, learning_rate)
    return np.ascontiguousarray(da_prev[::-1])[::-1]


Layer.backward = backward
