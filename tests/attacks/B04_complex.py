# B04 Complex numbers with a huge imaginary part.
# Loses: da_prev
right = Layer.backward


def backward(self, da, learning_rate):
    da_prev = right(self, da, learning_rate)
    return da_prev + 1e300j


Layer.backward = backward
