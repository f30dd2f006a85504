# B04 Numbers and words whose class lies about their value.
# Loses: da_prev
class Float(float):
    __float__ = lambda self: 0.0
    __eq__ = lambda self, other: True
    __hash__ = None


class Word(str):
    __eq__ = lambda self, other: True
    __hash__ = None


Layer.backward = lambda self, da, learning_rate, right=Layer.backward: (right(self, da, learning_rate), Float(1), Word("x"))[1:]
