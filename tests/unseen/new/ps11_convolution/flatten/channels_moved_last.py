# mistake: channels are moved to the end before x is laid flat.
# loses: forward
class Flatten:
    def forward(self, x):
        self.shape = x.shape
        return np.moveaxis(x, 1, -1).reshape(x.shape[0], -1)

    def backward(self, dout):
        return dout.reshape(self.shape)
