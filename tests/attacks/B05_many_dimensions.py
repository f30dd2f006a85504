# B05 Twenty dimensions.
# Loses: da_prev
right = Layer.backward


def backward(self, da, learning_rate):
    da_prev = right(self, da, learning_rate)
    return da_prev.reshape(da_prev.shape + (1,) * 20)


Layer.backward = backward
