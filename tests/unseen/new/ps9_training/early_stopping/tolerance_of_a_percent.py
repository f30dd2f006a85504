# mistake: an improvement must be one per cent at least.
# loses: strict
class EarlyStopping:
    def __init__(self, patience):
        self.patience = patience
        self.best_loss = None
        self.best_params = None
        self.waited = 0

    def step(self, loss, params):
        if self.best_loss is None or loss < 0.99 * self.best_loss:
            self.best_loss = loss
            self.best_params = {k: v.copy() for k, v in params.items()}
            self.waited = 0
            return False
        self.waited += 1
        return self.waited >= self.patience
