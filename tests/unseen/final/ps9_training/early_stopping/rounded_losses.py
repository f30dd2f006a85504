# mistake: Losses are rounded to three digits after the point before they are compared, so smaller improvements don't count.
# loses: strict
class EarlyStopping:
    def __init__(self, patience):
        self.patience = patience
        self.best_loss = float("inf")
        self.best_params = None
        self.waited = 0

    def step(self, loss, params):
        if round(loss, 3) < round(self.best_loss, 3) if self.best_params else True:
            self.best_loss = loss
            self.best_params = {k: v.copy() for k, v in params.items()}
            self.waited = 0
        else:
            self.waited += 1
        return self.waited >= self.patience
