# B05 A shape that would be stretched to the right one.
# Loses: da_prev
right = Layer.backward


def backward(self, da, learning_rate):
    da_prev = right(self, da, learning_rate)
    return da_prev[:1]


Layer.backward = backward
