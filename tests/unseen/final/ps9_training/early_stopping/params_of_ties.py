# mistake: best_params are renewed also where a loss is as small as the best, though that is no improvement.
# loses: best
class EarlyStopping:
    def __init__(self, patience):
        self.patience = patience
        self.best_loss = float("inf")
        self.best_params = None
        self.bad = 0

    def step(self, loss, params):
        self.bad = 0 if loss < self.best_loss else self.bad + 1
        if loss <= self.best_loss:
            self.best_loss = loss
            self.best_params = {k: np.array(v) for k, v in params.items()}
        return self.bad >= self.patience
