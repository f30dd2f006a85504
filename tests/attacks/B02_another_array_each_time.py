# B02 A result that gives another array whenever it is asked for one.
# Loses: da_prev
class Shifting:
    shape = (3, 1)
    dtype = np.dtype(float)
    ndim = 2

    def __array__(self, *_, **__):
        return np.random.rand(3, 1)


Layer.backward = lambda self, da, learning_rate, right=Layer.backward: right(self, da, learning_rate) is None or Shifting()
