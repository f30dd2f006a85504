# J06 Errors that fail when they are looked at.
# Loses: dz, d_weights, d_biases, da_prev, update
class Evil(Exception):
    def __str__(self):
        raise self

    __repr__ = __str__

    @property
    def __class__(self):
        os._exit(1)

    __traceback__ = property(lambda self: 1 / 0)


def backward(self, da, learning_rate):
    raise Evil


Layer.backward = backward
