# mistake: A loss counts as an improvement only if it is smaller than the best by more than 0.001, where any smaller one counts.
# loses: strict
class EarlyStopping:
    def __init__(self, patience, min_delta=1e-3):
        self.patience = patience
        self.min_delta = min_delta
        self.best_loss = float("inf")
        self.best_params = {}
        self.count = 0

    def step(self, loss, params):
        if self.best_loss - loss > self.min_delta:
            self.best_loss = loss
            self.best_params = {name: np.array(value) for name, value in params.items()}
            self.count = 0
        else:
            self.count += 1
        return self.count >= self.patience
