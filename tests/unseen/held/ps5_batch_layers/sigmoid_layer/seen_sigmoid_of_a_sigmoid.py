# mistake: backward puts the output through the sigmoid a second time before it takes y(1 - y).
# loses: backward

class SigmoidLayer:
    def __init__(self):
        self.out = None

    @staticmethod
    def _sigma(x):
        return 0.5 + 0.5 * np.tanh(x / 2)

    def forward(self, x):
        self.out = self._sigma(x)
        return self.out

    def backward(self, dout):
        s = self._sigma(self.out)
        return dout * s * (1 - s)
