# B10 A dict of a million entries.
# Loses: dz, d_weights, d_biases, da_prev, update
right = Layer.backward


def backward(self, da, learning_rate):
    da_prev = right(self, da, learning_rate)
    return {str(i): i for i in range(10**6)}


Layer.backward = backward
