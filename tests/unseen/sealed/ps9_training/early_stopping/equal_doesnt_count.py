# mistake: only a loss larger than the best is counted; an equal one neither counts nor begins anew
# loses: early_stopping_strict
class EarlyStopping:
    def __init__(self, patience):
        self.patience = patience
        self.best_loss = float("inf")
        self.best_params = None
        self._count = 0

    def step(self, loss, params):
        if loss < self.best_loss:
            self.best_loss = loss
            self.best_params = {k: np.copy(v) for k, v in params.items()}
            self._count = 0
        elif loss > self.best_loss:
            self._count += 1
        return self._count >= self.patience
