# mistake: x is clipped to [−10, 10], which is felt in the output.
# loses: extreme
class SigmoidLayer:
    def __init__(self):
        self.out = None

    def forward(self, x):
        x = np.clip(x, -10, 10)
        self.out = 1.0 / (1.0 + np.exp(-x))
        return self.out

    def backward(self, dout):
        return dout * (1.0 - self.out) * self.out
