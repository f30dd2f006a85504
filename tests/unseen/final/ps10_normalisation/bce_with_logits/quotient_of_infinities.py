# mistake: The sigmoid in backward is e^z/(1 + e^z), which is infinity by infinity for a score of 1000.
# loses: big
class BCEWithLogits:
    def __init__(self):
        self.z = None
        self.t = None

    def forward(self, z, t):
        self.z = z
        self.t = t
        return float((np.logaddexp(0, z) - z * t).sum() / z.size)

    def backward(self, dout=1):
        y = np.exp(self.z) / (1 + np.exp(self.z))
        return dout * (y - self.t) / self.z.size
