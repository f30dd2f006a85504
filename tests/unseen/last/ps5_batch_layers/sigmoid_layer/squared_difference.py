# mistake: backward multiplies by out − out² squared.
# loses: backward
class SigmoidLayer:
    def __init__(self):
        self.out = None

    def forward(self, x):
        z = np.clip(x, -500, 500)
        self.out = 1 / (1 + np.exp(-z))
        return self.out

    def backward(self, dout):
        y = self.out
        return dout * (y - y ** 2) ** 2
