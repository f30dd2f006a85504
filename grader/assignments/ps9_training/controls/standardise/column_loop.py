class Standardiser:
    def __init__(self):
        self.mean = None
        self.std = None

    def fit(self, x):
        self.mean = np.array([sum(column) / len(column) for column in x.T])
        self.std = np.array([np.sqrt(sum((c - m) ** 2 for c in column) / len(column)) for column, m in zip(x.T, self.mean)])

    def transform(self, x):
        columns = []
        for column, m, s in zip(x.T, self.mean, self.std):
            columns.append((column - m) / s if s > 0 else np.zeros(len(column)))
        return np.stack(columns, axis=1)
