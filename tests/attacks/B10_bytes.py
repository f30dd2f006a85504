# B10 The bytes of the right result.
# Loses: da_prev
right = Layer.backward


def backward(self, da, learning_rate):
    da_prev = right(self, da, learning_rate)
    return da_prev.tobytes()


Layer.backward = backward
