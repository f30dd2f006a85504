# mistake: backward multiplies dout by the output, where it should by 1 or 0.
# loses: backward

class Relu:
    def __init__(self):
        self.mask = None
        self.y = None

    def forward(self, x):
        self.mask = x <= 0
        self.y = x * ~self.mask
        return self.y

    def backward(self, dout):
        return dout * self.y
