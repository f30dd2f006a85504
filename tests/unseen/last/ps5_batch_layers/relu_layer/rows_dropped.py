# mistake: backward sets whole rows to 0 where any number of the row was switched off.
# loses: backward
class Relu:
    def __init__(self):
        self.mask = None

    def forward(self, x):
        self.mask = x <= 0
        o = x.copy()
        o[self.mask] = 0
        return o

    def backward(self, dout):
        aus = self.mask.any(axis=-1, keepdims=True)
        return np.where(aus, 0.0, dout)
