# mistake: a loss that equals the best counts as an improvement
# loses: plateaus: never stops there

class EarlyStopping:
    def __init__(self, patience):
        self.patience = patience
        self.best_loss = np.inf
        self.best_params = None
        self.waited = 0

    def step(self, loss, params):
        if loss <= self.best_loss:
            self.best_loss = loss
            self.best_params = {name: p.copy() for name, p in params.items()}
            self.waited = 0
        else:
            self.waited += 1
        return self.waited >= self.patience
