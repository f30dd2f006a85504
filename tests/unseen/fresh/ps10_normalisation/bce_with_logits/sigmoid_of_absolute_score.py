# mistake: backward uses the branch of positive scores for negative ones too: sigmoid(|z|)
# loses: backward

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
        y = 1 / (1 + small)
        return dout * (y - self.t) / self.z.size
