# B02 A result that answers for NumPy's own functions.
# Loses: da_prev
class Liar(np.ndarray):
    def __array_ufunc__(self, *_, **__):
        return True

    def __array_function__(self, *_, **__):
        return True


right = Layer.backward
Layer.backward = lambda self, da, learning_rate: right(self, da, learning_rate).view(Liar)
