# mistake: only the last two axes are laid flat.
# loses: forward
class Flatten:
    def forward(self, x):
        self.shape = x.shape
        return x.reshape(*x.shape[:-2], -1) if x.ndim > 2 else x

    def backward(self, dout):
        return dout.reshape(self.shape)
