# mistake: the mask of a forward is joined (or) with that of the forward before, where the shape is the same
# loses: mask, forward and backward from the second round on
class Relu:
    def __init__(self):
        self.mask = None

    def forward(self, x):
        neu = x <= 0
        if self.mask is not None and self.mask.shape == neu.shape:
            neu = neu | self.mask
        self.mask = neu
        return np.where(self.mask, 0.0, x)

    def backward(self, dout):
        return np.where(self.mask, 0.0, dout)
