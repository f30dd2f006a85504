# mistake: calls without improvement are counted in total, an improvement in between doesn't start anew
# loses: in a row

class EarlyStopping:
    def __init__(self, patience):
        self.patience = patience
        self.best_loss = np.inf
        self.best_params = None
        self.waited = 0

    def step(self, loss, params):
        if loss < self.best_loss:
            self.best_loss = loss
            self.best_params = {name: p.copy() for name, p in params.items()}
        else:
            self.waited += 1
        return self.waited >= self.patience
