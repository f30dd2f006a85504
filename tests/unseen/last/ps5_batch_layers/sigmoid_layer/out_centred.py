# mistake: forward stores out − 0.5 and returns it so: the output lies between −0.5 and 0.5.
# loses: forward, out, extreme
class SigmoidLayer:
    def __init__(self):
        self.out = None

    def forward(self, x):
        self.out = 0.5 * np.tanh(x / 2)
        return self.out

    def backward(self, dout):
        y = self.out + 0.5
        return dout * y * (1 - y)
