# A02 A call ends the process, with exit code 0, again and again.
# Loses: dz, d_weights, d_biases, da_prev, update
Layer.backward = lambda self, da, learning_rate: os._exit(0)
