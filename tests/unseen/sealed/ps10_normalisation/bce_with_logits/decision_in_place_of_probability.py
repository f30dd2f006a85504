# mistake: backward takes the decision, 1 where the score is above 0 and else 0, in place of the probability
# loses: backward
class BCEWithLogits:
    def __init__(self):
        self.z = None
        self.t = None

    def forward(self, z, t):
        self.z, self.t = z.copy(), t.copy()
        y_log = -np.logaddexp(0, -z)
        n_log = -np.logaddexp(0, z)
        return -(t * y_log + (1 - t) * n_log).mean()

    def backward(self, dout=1):
        predicted = (self.z > 0).astype(float)
        return dout * (predicted - self.t) / self.z.size
