# mistake: A column whose std is below 0.01 is taken for constant and becomes 0.
# loses: transform
class Standardiser:
    def __init__(self):
        self.mean = None
        self.std = None

    def fit(self, x):
        self.mean = x.mean(0)
        self.std = x.std(0)

    def transform(self, x):
        alive = self.std > 0.01
        out = np.zeros(x.shape)
        out[:, alive] = (x[:, alive] - self.mean[alive]) / self.std[alive]
        return out
