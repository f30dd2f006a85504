# B04 More bits.
# Loses: da_prev
right = Layer.backward


def backward(self, da, learning_rate):
    da_prev = right(self, da, learning_rate)
    return da_prev.astype(np.longdouble)


Layer.backward = backward
