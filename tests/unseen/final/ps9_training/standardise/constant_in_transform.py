# mistake: Whether a column is constant is asked of the data that is transformed, so a single row becomes all zeros, where it is asked in fit.
# loses: others
class Standardiser:
    def __init__(self):
        self.mean = None
        self.std = None

    def fit(self, x):
        self.mean = x.mean(axis=0)
        self.std = x.std(axis=0)

    def transform(self, x):
        flat = x.max(axis=0) == x.min(axis=0)
        scale = np.where(self.std > 0, self.std, 1.0)
        return np.where(flat, 0.0, (x - self.mean) / scale)
