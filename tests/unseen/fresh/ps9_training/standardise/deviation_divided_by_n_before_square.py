# mistake: the root is taken of the sum and divided by N outside of it
# loses: std, transform

class Standardiser:
    def __init__(self):
        self.mean = None
        self.std = None

    def fit(self, x):
        n = x.shape[0]
        self.mean = np.sum(x, axis=0) / n
        self.std = np.sqrt(np.sum((x - self.mean) ** 2, axis=0)) / n

    def transform(self, x):
        std = np.where(self.std == 0, 1.0, self.std)
        return (x - self.mean) / std
