# mistake: forward stores the exponential e^−x as out and returns the sigmoid, so backward works with the wrong number.
# loses: out, extreme
class SigmoidLayer:
    def __init__(self):
        self.out = None

    def forward(self, x):
        self.out = np.exp(-np.clip(x, -700, 700))
        return 1 / (1 + self.out)

    def backward(self, dout):
        dx = dout * self.out * (1.0 - self.out)
        return dx
