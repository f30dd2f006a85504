# mistake: forward lays the channels last, as for pictures (N, H, W, C), before it flattens
# loses: the order of the row

class Flatten:
    def __init__(self):
        self.x_shape = None

    def forward(self, x):
        self.x_shape = x.shape
        return np.moveaxis(x, 1, -1).reshape(len(x), -1)

    def backward(self, dout):
        return dout.reshape(self.x_shape)
