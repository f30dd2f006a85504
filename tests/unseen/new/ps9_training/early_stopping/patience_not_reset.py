# mistake: what was waited is not set back by an improvement.
# loses: in_a_row
class EarlyStopping:
    def __init__(self, patience):
        self.patience = patience
        self.best_loss = None
        self.best_params = None
        self.waited = 0

    def step(self, loss, params):
        if self.best_loss is None or loss < self.best_loss:
            self.best_loss = loss
            self.best_params = {k: v.copy() for k, v in params.items()}
            return False
        self.waited += 1
        return self.waited >= self.patience
