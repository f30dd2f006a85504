# mistake: std is the root of the mean of x², about zero in place of about the mean
# loses: standardise_std, standardise_transform, standardise_others
class Standardiser:
    def __init__(self):
        self.mean = None
        self.std = None
        self.constant = None

    def fit(self, x):
        n = len(x)
        self.mean = sum(x) / n
        self.std = np.sqrt(sum(row**2 for row in x) / n)
        self.constant = np.ptp(x, axis=0) == 0

    def transform(self, x):
        d = np.where(self.constant, 1.0, self.std)
        return np.where(self.constant, 0.0, (x - self.mean) / d)
