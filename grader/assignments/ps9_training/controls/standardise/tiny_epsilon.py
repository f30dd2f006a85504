class Standardiser:
    def fit(self, x):
        self.mean = np.mean(x, 0)
        self.std = np.std(x, 0)
        return self

    def transform(self, x):
        return (x - self.mean) / (self.std + 1e-8)
