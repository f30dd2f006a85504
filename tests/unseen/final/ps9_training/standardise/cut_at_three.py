# mistake: What lies further than three standard deviations from the mean is set to ±3.
# loses: others
class Standardiser:
    def __init__(self):
        self.mean = None
        self.std = None

    def fit(self, x):
        self.mean = x.mean(axis=0)
        self.std = x.std(axis=0)
        self.std[self.std < 1e-12] = 1.0

    def transform(self, x):
        return np.clip((x - self.mean) / self.std, -3, 3)
