# mistake: A loss counts as an improvement if it is smaller than that of the call before, where it has to be smaller than the best.
# loses: in_a_row
class EarlyStopping:
    def __init__(self, patience):
        self.patience = patience
        self.best_loss = float("inf")
        self.best_params = None
        self.previous = float("inf")
        self.bad = 0

    def step(self, loss, params):
        if loss < self.best_loss:
            self.best_loss = loss
            self.best_params = {k: p.copy() for k, p in params.items()}
        if loss < self.previous:
            self.bad = 0
        else:
            self.bad += 1
        self.previous = loss
        return self.bad >= self.patience
