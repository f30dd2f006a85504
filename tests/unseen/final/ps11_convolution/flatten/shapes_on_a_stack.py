# mistake: forward puts the shape on a stack and backward takes it off, so a second backward has none.
# loses: backward
class Flatten:
    def __init__(self):
        self.shapes = []

    def forward(self, x):
        self.shapes.append(x.shape)
        return x.reshape(len(x), -1)

    def backward(self, dout):
        return dout.reshape(self.shapes.pop())
