# G01 A call that never ends.
# Loses: dz, d_weights, d_biases, da_prev, update
def backward(self, da, learning_rate):
    while True:
        pass


Layer.backward = backward
