# mistake: `if not self.best_loss` takes a best loss of 0.0 for none, so after a loss of 0 any later one counts as an improvement.
# loses: strict
class EarlyStopping:
    def __init__(self, patience):
        self.patience = patience
        self.best_loss = None
        self.best_params = None
        self.waiting = 0

    def step(self, loss, params):
        if not self.best_loss or loss < self.best_loss:
            self.best_loss = loss
            self.best_params = {k: v.copy() for k, v in params.items()}
            self.waiting = 0
            return False
        self.waiting += 1
        return self.waiting >= self.patience
