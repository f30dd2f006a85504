# B01 A result that says it equals everything.
# Loses: da_prev
class Liar(np.ndarray):
    __eq__ = __le__ = __lt__ = __ge__ = lambda self, other: True
    __bool__ = lambda self: True
    __hash__ = None


right = Layer.backward
Layer.backward = lambda self, da, learning_rate: right(self, da, learning_rate).view(Liar)
