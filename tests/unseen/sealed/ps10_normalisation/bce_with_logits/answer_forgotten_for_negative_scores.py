# mistake: beside log1p(exp(-|z|)) stands max(z, 0)·(1 - t), which is the rest for positive scores; for negative ones -z·t is missing
# loses: loss (negative scores with t above 0)
class BCEWithLogits:
    def __init__(self):
        self.z = None
        self.t = None

    def forward(self, z, t):
        self.z = z
        self.t = t
        rest = np.where(z > 0, z * (1 - t), 0.0)
        return np.mean(rest + np.log1p(np.exp(-abs(z))))

    def backward(self, dout=1):
        z = self.z
        small = np.exp(-abs(z))
        y = np.where(z >= 0, 1 / (1 + small), small / (1 + small))
        return dout * (y - self.t) / z.size
