# mistake: The two halves of the loss are swapped: t goes with −ln(1 − σ(z)) and 1 − t with −ln σ(z).
# loses: loss
class BCEWithLogits:
    def __init__(self):
        self.z = None
        self.t = None

    def forward(self, z, t):
        self.z, self.t = z, t
        minus_log_y = np.logaddexp(0, -z)
        minus_log_not_y = np.logaddexp(0, z)
        return (t * minus_log_not_y + (1 - t) * minus_log_y).mean()

    def backward(self, dout=1):
        y = np.where(self.z >= 0, 1 / (1 + np.exp(-np.abs(self.z))), np.exp(-np.abs(self.z)) / (1 + np.exp(-np.abs(self.z))))
        return dout * (y - self.t) / self.t.size
