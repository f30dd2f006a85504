class EarlyStopping:
    def __init__(self, patience):
        self.patience = patience
        self.best_loss = None
        self.best_params = None
        self.bad = 0

    def step(self, loss, params):
        improved = self.best_loss is None or loss < self.best_loss
        if improved:
            self.best_loss = float(loss)
            self.best_params = dict((k, v + 0.0) for k, v in params.items())
        self.bad = 0 if improved else self.bad + 1
        return np.bool_(self.bad >= self.patience)
