# mistake: a loss is compared with the one before, not with the best.
# loses: in_a_row, best
class EarlyStopping:
    def __init__(self, patience):
        self.patience = patience
        self.best_loss = None
        self.best_params = None
        # calcul
        self.waited = 0

    def step(self, loss, params):
        if self.best_loss is None or loss < self.last:
            self.best_loss = self.last = loss
            self.best_params = {k: v.copy() for k, v in params.items()}
            self.waited = 0
            return False
        self.last = loss
        self.waited += 1
        return self.waited >= self.patience
