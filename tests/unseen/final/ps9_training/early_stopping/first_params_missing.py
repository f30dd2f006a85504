# mistake: The first call only notes its loss; its parameters aren't kept, so best_params stays None until a later improvement.
# loses: best
class EarlyStopping:
    def __init__(self, patience):
        self.patience = patience
        self.best_loss = None
        self.best_params = None
        self.bad = 0

    def step(self, loss, params):
        if self.best_loss is None:
            self.best_loss = loss
            return False
        if loss < self.best_loss:
            self.best_loss = loss
            self.best_params = {k: v.copy() for k, v in params.items()}
            self.bad = 0
        else:
            self.bad += 1
        return self.bad >= self.patience
