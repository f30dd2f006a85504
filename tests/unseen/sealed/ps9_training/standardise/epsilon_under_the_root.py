# mistake: 1e-5 is added to the variance, as a normalising layer does; narrow columns don't reach deviation 1
# loses: standardise_std, standardise_transform
class Standardiser:
    """(x - mean) / std, column by column."""

    def __init__(self):
        self.mean = None
        self.std = None

    def fit(self, x):
        self.mean = np.mean(x, axis=0)
        self.std = np.sqrt(np.mean((x - self.mean) ** 2, axis=0) + 1e-5)

    def transform(self, x):
        return (x - self.mean) / self.std
