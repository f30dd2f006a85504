# mistake: backward adds dout to the slope instead of multiplying
# loses: sigmoid_layer: backward
class SigmoidLayer:
    def __init__(self):
        self.out = None

    def forward(self, x):
        pos = x >= 0
        t = np.exp(-np.abs(x))
        self.out = np.where(pos, 1 / (1 + t), t / (1 + t))
        return self.out

    def backward(self, dout):
        pendenz = self.out * (1 - self.out)
        return dout + pendenz
