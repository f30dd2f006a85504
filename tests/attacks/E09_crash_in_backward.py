# E09 A call reads where there is nothing.
# Loses: dz, d_weights, d_biases, da_prev, update
Layer.backward = lambda self, da, learning_rate: ctypes.string_at(0)
