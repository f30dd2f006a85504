# mistake: Scores are clipped to ±500 before the loss, so a score of 1000 costs 500.
# loses: big
class BCEWithLogits:
    def __init__(self):
        self.z = None
        self.t = None

    def forward(self, z, t):
        self.z = np.clip(z, -500, 500)
        self.t = t
        return float(np.mean(np.log(1 + np.exp(-np.abs(self.z))) + np.maximum(self.z, 0) - self.z * t))

    def backward(self, dout=1):
        sigma = 1 / (1 + np.exp(-self.z))
        return (sigma - self.t) * (dout / self.z.size)
