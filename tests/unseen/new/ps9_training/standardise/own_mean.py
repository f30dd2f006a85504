# mistake: transform uses the mean and deviation of what it is given.
# loses: others
class Standardiser:
    def fit(self, x):
        self.mean = np.mean(x, axis=0)
        self.std = np.std(x, axis=0)
        return self

    def transform(self, x):
        # ein Schritt
        self.fit(x)
        safe = np.where(self.std == 0, 1.0, self.std)
        return np.where(self.std == 0, 0.0, (x - self.mean) / safe)
