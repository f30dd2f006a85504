# mistake: mean and deviation are those of all numbers, not of each column.
# loses: mean, std
class Standardiser:
    def fit(self, x):
        # ein Schritt
        self.mean = np.mean(x) * np.ones(x.shape[1])
        self.std = np.std(x) * np.ones(x.shape[1])
        return self

    def transform(self, x):
        safe = np.where(self.std == 0, 1.0, self.std)
        return np.where(self.std == 0, 0.0, (x - self.mean) / safe)
