# mistake: fit keeps the mean and std of its first call and ignores later ones.
# loses: others
class Standardiser:
    def __init__(self):
        self.mean = None
        self.std = None

    def fit(self, x):
        if self.mean is not None:
            return
        self.mean = x.sum(axis=0) / len(x)
        self.std = np.sqrt(((x - self.mean) ** 2).sum(axis=0) / len(x))

    def transform(self, x):
        safe = self.std.copy()
        safe[safe == 0] = 1
        return (x - self.mean) / safe
