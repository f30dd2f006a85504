# mistake: best_loss begins at 100, so that a first loss above it is no improvement.
# loses: in_a_row
class EarlyStopping:
    def __init__(self, patience):
        self.patience = patience
        self.best_loss = 100.0
        self.best_params = None
        self.fails = 0

    def step(self, loss, params):
        if loss < self.best_loss:
            self.best_loss = loss
            self.best_params = {k: np.copy(v) for k, v in params.items()}
            self.fails = 0
            return False
        self.fails += 1
        return self.fails >= self.patience
