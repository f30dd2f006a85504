# B04 The other byte order: the numbers are right.
# Loses: nothing
right = Layer.backward


def backward(self, da, learning_rate):
    da_prev = right(self, da, learning_rate)
    return da_prev.astype('>f8')


Layer.backward = backward
