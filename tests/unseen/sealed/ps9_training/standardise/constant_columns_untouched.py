# mistake: a column that was constant in fit is handed out as it came in, not even its mean taken off
# loses: standardise_constant
class Standardiser:
    def __init__(self):
        self.mean = None
        self.std = None

    def fit(self, x):
        self.mean = x.mean(0)
        self.std = x.std(0)

    def transform(self, x):
        out = x.astype(float)
        for j in range(x.shape[1]):
            if self.std[j] > 1e-12:
                out[:, j] = (x[:, j] - self.mean[j]) / self.std[j]
        return out
