# mistake: answers are rounded to 0 and 1 in the loss
# loses: the loss for answers between 0 and 1

class BCEWithLogits:
    def __init__(self):
        self.z = None
        self.t = None

    def forward(self, z, t):
        self.z, self.t = z, t
        each = np.logaddexp(0, np.where(t > 0.5, -z, z))
        return each.sum() / z.size

    def backward(self, dout=1):
        y = np.exp(-np.logaddexp(0, -self.z))
        return dout * (y - self.t) / self.z.size
