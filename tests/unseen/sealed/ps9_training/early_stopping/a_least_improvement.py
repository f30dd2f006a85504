# mistake: a loss counts as an improvement only where it is smaller by more than 0.001 (a min_delta)
# loses: early_stopping_strict, early_stopping_best (small improvements)
class EarlyStopping:
    MIN_DELTA = 1e-3

    def __init__(self, patience):
        self.patience = patience
        self.best_loss = np.inf
        self.best_params = None
        self.wait = 0

    def step(self, loss, params):
        if loss < self.best_loss - self.MIN_DELTA:
            self.best_loss = loss
            self.best_params = {k: p.copy() for k, p in params.items()}
            self.wait = 0
            return False
        self.wait += 1
        return self.wait >= self.patience
