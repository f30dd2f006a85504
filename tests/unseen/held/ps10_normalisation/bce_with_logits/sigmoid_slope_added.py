# mistake: backward multiplies by the slope of the sigmoid, which has cancelled already
# loses: backward

class BCEWithLogits:
    def __init__(self):
        self.z = None
        self.t = None

    def forward(self, z, t):
        self.z, self.t = z, t
        self.y = np.where(z >= 0, 1 / (1 + np.exp(-np.abs(z))), np.exp(-np.abs(z)) / (1 + np.exp(-np.abs(z))))
        verlust = t * np.logaddexp(0, -z) + (1 - t) * np.logaddexp(0, z)
        return float(np.mean(verlust))

    def backward(self, dout=1):
        return (self.y - self.t) * self.y * (1 - self.y) * dout / self.y.size
