# mistake: backward takes t for 1 or 0 (t > 0.5), so answers in between give a wrong gradient
# loses: backward, for t between 0 and 1

class BCEWithLogits:
    def __init__(self):
        self.z = None
        self.t = None

    def forward(self, z, t):
        self.z = z
        self.t = t
        # l = max(z, 0) - t z + ln(1 + exp(-|z|))
        losses = np.maximum(z, 0) - t * z + np.log1p(np.exp(-np.abs(z)))
        return losses.sum() / z.size

    def backward(self, dout=1):
        small = np.exp(-np.abs(self.z))
        y = np.where(self.z >= 0, 1 / (1 + small), small / (1 + small))
        return dout * (y - (self.t > 0.5)) / self.z.size
