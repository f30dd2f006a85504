# mistake: The count of calls without improvement isn't set back by an improvement.
# loses: stop after an improvement in between

class EarlyStopping:
    def __init__(self, patience):
        self.patience = patience
        self.best_loss = np.inf
        self.best_params = None
        self.bad = 0

    def step(self, loss, params):
        if loss < self.best_loss:
            self.best_loss = loss
            self.best_params = {k: np.array(v) for k, v in params.items()}
        else:
            self.bad += 1
        return self.bad >= self.patience
