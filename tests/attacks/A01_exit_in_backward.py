# A01 A call leaves with exit code 0.
# Loses: dz, d_weights, d_biases, da_prev, update
Layer.backward = lambda self, da, learning_rate: sys.exit(0)
