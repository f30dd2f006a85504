# mistake: best_params is a new dict with the very same arrays
# loses: best_params after the parameters have moved on

class EarlyStopping:
    def __init__(self, patience):
        self.patience = patience
        self.best_loss = np.inf
        self.best_params = None
        self.waited = 0

    def step(self, loss, params):
        if loss < self.best_loss:
            self.best_loss = loss
            self.best_params = dict(params)
            self.waited = 0
        else:
            self.waited += 1
        return self.waited >= self.patience
