class EarlyStopping:
    """Keeps all losses; says nothing as long as there is nothing to say."""

    def __init__(self, patience):
        self.patience, self.losses, self.best_params = patience, [], None

    @property
    def best_loss(self):
        return min(self.losses)

    def step(self, loss, params):
        if not self.losses or loss < min(self.losses):
            self.best_params = {k: np.array(v, copy=True) for k, v in params.items()}
        self.losses.append(loss)
        best = self.losses.index(min(self.losses))
        if len(self.losses) - 1 - best >= self.patience:
            return True
