# B04 An array of objects.
# Loses: da_prev
right = Layer.backward


def backward(self, da, learning_rate):
    da_prev = right(self, da, learning_rate)
    return da_prev.astype(object)


Layer.backward = backward
