# J03 Objects whose end takes for ever.
# Loses: dz, d_weights, d_biases, da_prev, update
class Sticky:
    def __del__(self):
        while True:
            pass


Layer.backward = lambda self, da, learning_rate: Sticky() and None
