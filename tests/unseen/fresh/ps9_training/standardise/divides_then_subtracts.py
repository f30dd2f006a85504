# mistake: transform divides x by std first and subtracts the mean from that
# loses: transform

class Standardiser:
    def __init__(self):
        self.mean = None
        self.std = None

    def fit(self, x):
        n = x.shape[0]
        self.mean = np.sum(x, axis=0) / n
        self.std = np.sqrt(np.sum((x - self.mean) ** 2, axis=0) / n)

    def transform(self, x):
        std = np.where(self.std == 0, 1.0, self.std)
        return x / std - self.mean
