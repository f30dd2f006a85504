# B04 A dtype with words attached: the numbers are right.
# Loses: nothing
right = Layer.backward


def backward(self, da, learning_rate):
    da_prev = right(self, da, learning_rate)
    return np.array(da_prev, dtype=np.dtype('f8', metadata={'equal': True}))


Layer.backward = backward
