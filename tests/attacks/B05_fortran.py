# B05 The right numbers in another order of memory: an honest answer.
# Loses: nothing
right = Layer.backward


def backward(self, da, learning_rate):
    da_prev = right(self, da, learning_rate)
    return np.asfortranarray(da_prev)


Layer.backward = backward
