# J01 Local names of the right name and the wrong numbers, in helpers and in backward.
# Loses: dz, d_weights, d_biases, da_prev, update
def helper():
    dz = d_weights = d_biases = da_prev = np.zeros((3, 1))
    return dz


def backward(self, da, learning_rate):
    dz = d_weights = dW = d_biases = db = da_prev = helper()
    return da_prev


Layer.backward = backward
