# mistake: the shape of the first forward is kept for good.
# loses: backward
class Flatten:
    def forward(self, x):
        if not hasattr(self, 'shape'):
            self.shape = x.shape
        return x.reshape(x.shape[0], -1)

    def backward(self, dout):
        return dout.reshape(self.shape)
