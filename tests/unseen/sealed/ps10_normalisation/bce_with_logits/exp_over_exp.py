# mistake: backward takes exp(z) / (1 + exp(z)) for the sigmoid, infinity over infinity for large scores: NaN
# loses: backward at large scores
class BCEWithLogits:
    def __init__(self):
        self.z = None
        self.t = None

    def forward(self, z, t):
        self.z = z
        self.t = t
        return np.sum(np.logaddexp(0, z) - t * z) / z.size

    def backward(self, dout=1):
        e = np.exp(self.z)
        return dout * (e / (1 + e) - self.t) / self.z.size
