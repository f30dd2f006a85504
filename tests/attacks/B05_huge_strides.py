# B05 10^12 entries that take 8 bytes.
# Loses: da_prev
right = Layer.backward


def backward(self, da, learning_rate):
    da_prev = right(self, da, learning_rate)
    return np.broadcast_to(1.0, (10**6, 10**6))


Layer.backward = backward
