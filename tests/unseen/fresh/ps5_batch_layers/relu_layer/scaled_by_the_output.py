# mistake: backward multiplies dout by the output of forward instead of by 0 or 1
# loses: relu_layer: backward
class Relu:
    def __init__(self):
        self.mask = None
        self.out = None

    def forward(self, x):
        self.mask = (x <= 0)
        out = x.copy()
        out[self.mask] = 0
        self.out = out
        return out

    def backward(self, dout):
        dx = dout * self.out
        return dx
