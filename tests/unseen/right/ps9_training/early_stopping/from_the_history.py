# mistake: none: keeps all losses, decides from the place of the smallest, returns True or nothing.
# loses: nothing
class EarlyStopping:
    def __init__(self, patience):
        self.patience, self.losses, self.best_params = patience, [], {}

    @property
    def best_loss(self):
        return min(self.losses, default=float("inf"))

    def step(self, loss, params):
        if loss < self.best_loss:
            self.best_params = {k: p + 0.0 for k, p in params.items()}
        self.losses.append(loss)
        if len(self.losses) - 1 - self.losses.index(self.best_loss) >= self.patience:
            return True
