# B04 Fewer bits.
# Loses: da_prev
right = Layer.backward


def backward(self, da, learning_rate):
    da_prev = right(self, da, learning_rate)
    return da_prev.astype(np.float16)


Layer.backward = backward
