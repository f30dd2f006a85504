# mistake: it stops where the loss isn't smaller than that of patience calls ago; the best in between or before doesn't count
# loses: early_stopping_when, early_stopping_in_a_row (losses that rise and fall)
class EarlyStopping:
    def __init__(self, patience):
        self.patience = patience
        self.best_loss = None
        self.best_params = None
        self.losses = []

    def step(self, loss, params):
        if self.best_loss is None or loss < self.best_loss:
            self.best_loss = loss
            self.best_params = {k: v.copy() for k, v in params.items()}
        self.losses.append(loss)
        if len(self.losses) <= self.patience:
            return False
        return bool(self.losses[-1] >= self.losses[-1 - self.patience])
