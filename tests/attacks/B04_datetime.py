# B04 The same bytes as dates.
# Loses: da_prev
right = Layer.backward


def backward(self, da, learning_rate):
    da_prev = right(self, da, learning_rate)
    return da_prev.view('M8[s]')


Layer.backward = backward
