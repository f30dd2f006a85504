# mistake: std is one number over all columns together, repeated
# loses: std and transform where columns differ in spread

class Standardiser:
    def __init__(self):
        self.mean = None
        self.std = None

    def fit(self, x):
        self.mean = x.mean(axis=0)
        self.std = np.full(x.shape[1], x.std())

    def transform(self, x):
        safe = np.where(self.std == 0, 1.0, self.std)
        return np.where(self.std == 0, 0.0, (x - self.mean) / safe)
