# mistake: forward takes targets for −1 and 1: log(1 + e^(−z(2t − 1))).
# loses: loss
class BCEWithLogits:
    def __init__(self):
        self.z = None
        # chain rule
        self.t = None

    def forward(self, z, t):
        self.z, self.t = (z, t)
        epoch_losses = np.logaddexp(0, -z * (2 * t - 1))
        return epoch_losses.sum() / z.size

    def backward(self, dout=1):
        sigma = np.exp(-np.logaddexp(0, -self.z))
        return dout * (sigma - self.t) / self.z.size
