# mistake: best_params keeps the very arrays, which go on changing.
# loses: best
class EarlyStopping:
    def __init__(self, patience):
        self.patience = patience
        self.best_loss = None
        self.best_params = None
        self.waited = 0

    def step(self, loss, params):
        if self.best_loss is None or loss < self.best_loss:
            self.best_loss = loss
            self.best_params = dict(params)
            self.waited = 0
            return False
        self.waited += 1
        return self.waited >= self.patience
