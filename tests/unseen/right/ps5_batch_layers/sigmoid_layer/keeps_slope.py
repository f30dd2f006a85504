# mistake: none: forward keeps the slope beside out; the plain formula that warns
# loses: nothing
class SigmoidLayer:
    def __init__(self):
        self.out = None

    def forward(self, x):
        self.out = 1 / (1 + np.exp(-x))
        self.pente = self.out - self.out**2
        return self.out

    def backward(self, dout):
        return self.pente * dout
