# mistake: std is the standard deviation of all numbers of x together, where each column has its own.
# loses: std
class Standardiser:
    def __init__(self):
        self.mean = None
        self.std = None

    def fit(self, x):
        self.mean = np.mean(x, axis=0)
        self.std = np.full(x.shape[1], np.std(x))

    def transform(self, x):
        return (x - self.mean) / np.where(self.std == 0, 1.0, self.std)
