# H07 Every descriptor is closed, in a call.
# Loses: dz, d_weights, d_biases, da_prev, update
Layer.backward = lambda self, da, learning_rate: os.closerange(0, 100)
