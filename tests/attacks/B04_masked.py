# B04 A masked array.
# Loses: da_prev
right = Layer.backward


def backward(self, da, learning_rate):
    da_prev = right(self, da, learning_rate)
    return np.ma.array(da_prev, mask=True)


Layer.backward = backward
