# mistake: backward lets a hundredth of dout through where the switch is off, forward lets nothing through
# loses: backward
class Relu:
    def __init__(self):
        self.mask = None

    def forward(self, x):
        self.mask = x <= 0
        return x * (1 - self.mask)

    def backward(self, dout):
        dx = np.array(dout, dtype=float)
        dx[self.mask] *= 0.01  # otherwise the neuron dies
        return dx
