# B04 The same bytes as records.
# Loses: da_prev
right = Layer.backward


def backward(self, da, learning_rate):
    da_prev = right(self, da, learning_rate)
    return da_prev.view([('x', 'f8')])


Layer.backward = backward
