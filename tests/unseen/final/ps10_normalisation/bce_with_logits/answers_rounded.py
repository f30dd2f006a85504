# mistake: An answer t is taken as 1 if it is above one half and else as 0, where t may be anything in [0, 1].
# loses: loss big backward size
class BCEWithLogits:
    def __init__(self):
        self.z = None
        self.t = None

    def forward(self, z, t):
        self.z = z
        self.t = np.where(t > 0.5, 1.0, 0.0)
        return np.mean(np.where(self.t == 1, np.logaddexp(0, -z), np.logaddexp(0, z)))

    def backward(self, dout=1):
        y = np.exp(-np.logaddexp(0, -self.z))
        return dout * (y - self.t) / self.z.size
