# B06 The very array that was handed in comes back, and is changed later.
# Loses: da_prev
Layer.backward = lambda self, da, learning_rate, right=Layer.backward: (right(self, da, learning_rate), da)[1]
