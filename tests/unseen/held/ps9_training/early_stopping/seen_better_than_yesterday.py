# mistake: A loss counts as an improvement if it is below the previous one, not below the best.
# loses: stop and best_loss where the loss goes up and down

class EarlyStopping:
    def __init__(self, patience):
        self.patience = patience
        self.best_loss = float("inf")
        self.best_params = None
        self.vorher = float("inf")
        self.geduld = 0

    def step(self, loss, params):
        if loss < self.vorher:
            self.best_loss = loss
            self.best_params = {k: p.copy() for k, p in params.items()}
            self.geduld = 0
        else:
            self.geduld += 1
        self.vorher = loss
        return self.geduld >= self.patience
