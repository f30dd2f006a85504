# mistake: an improvement is a loss below the one of the call before, not below the best
# loses: losses that fall again without reaching the best: too late, and the wrong best_params

class EarlyStopping:
    def __init__(self, patience):
        self.patience = patience
        self.best_loss = np.inf
        self.best_params = None
        self.waited = 0

    def step(self, loss, params):
        better = loss < getattr(self, "previous", np.inf)
        self.previous = loss
        if better:
            self.best_loss = min(loss, self.best_loss)
            self.best_params = {name: p.copy() for name, p in params.items()}
            self.waited = 0
        else:
            self.waited += 1
        return self.waited >= self.patience
