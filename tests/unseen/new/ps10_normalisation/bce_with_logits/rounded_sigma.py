# mistake: backward rounds σ to 0 or 1.
# loses: backward, size
class BCEWithLogits:
    def __init__(self):
        self.z = None
        self.t = None

    def forward(self, z, t):
        self.z, self.t = (z, t)
        perdidas = np.maximum(z, 0) - z * t + np.log1p(np.exp(-np.abs(z)))
        return perdidas.sum() / z.size

    def backward(self, dout=1):
        sigma = np.exp(-np.logaddexp(0, -self.z))
        return dout * (np.round(sigma) - self.t) / self.z.size
