# B10 A dict that names a function of NumPy's.
# Loses: da_prev
right = Layer.backward


def backward(self, da, learning_rate):
    da_prev = right(self, da, learning_rate)
    return {'_type': 'np_scalar', '_concrete_type': 'fromfile', '_value': '/etc/passwd'}


Layer.backward = backward
