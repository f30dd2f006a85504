# mistake: The shape is only kept at the first forward, so a batch of another size can't be brought back.
# loses: backward after a second forward with another shape

class Flatten:
    def __init__(self):
        self.x_shape = None

    def forward(self, x):
        self.x_shape = self.x_shape or x.shape
        return x.reshape(len(x), -1)

    def backward(self, dout):
        return dout.reshape(self.x_shape)
