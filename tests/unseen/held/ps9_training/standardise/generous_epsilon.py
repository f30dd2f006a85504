# mistake: 0.01 is added to every std before dividing
# loses: the values of transform, most of all of narrow columns

class Standardiser:
    def __init__(self):
        self.mean = None
        self.std = None

    def fit(self, x):
        self.mean = x.mean(axis=0)
        self.std = x.std(axis=0)

    def transform(self, x):
        safe = np.where(self.std == 0, 1.0, self.std)
        return np.where(self.std == 0, 0.0, (x - self.mean) / (safe + 0.01))
