# B03 NaN everywhere.
# Loses: da_prev
right = Layer.backward


def backward(self, da, learning_rate):
    da_prev = right(self, da, learning_rate)
    return np.full_like(da_prev, np.nan)


Layer.backward = backward
