# mistake: fit keeps the median as mean.
# loses: mean
class Standardiser:
    def fit(self, x):
        self.mean = np.median(x, axis=0)
        self.std = np.std(x, axis=0)
        return self

    def transform(self, x):
        safe = np.where(self.std == 0, 1.0, self.std)
        return np.where(self.std == 0, 0.0, (x - self.mean) / safe)
