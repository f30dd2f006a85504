# mistake: backward multiplies dout by what came out of forward, not by 1 where the switch is on
# loses: backward
class Relu:
    def __init__(self):
        self.mask = None
        self.out = None

    def forward(self, x):
        self.mask = (x <= 0)
        self.out = x.copy()
        self.out[self.mask] = 0
        return self.out

    def backward(self, dout):
        return dout * self.out
