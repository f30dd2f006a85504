# mistake: the stable form has log1p(exp(-z)) in place of log1p(exp(-|z|)): for negative scores the linear part is there twice, and it overflows
# loses: loss (negative scores)
class BCEWithLogits:
    def __init__(self):
        self.z = None
        self.t = None

    def forward(self, z, t):
        self.z, self.t = z, t
        per_entry = np.maximum(z, 0) - z * t + np.log1p(np.exp(-z))
        return per_entry.mean()

    def backward(self, dout=1):
        s = np.exp(-np.logaddexp(0, -self.z))
        return dout * (s - self.t) / self.z.size
