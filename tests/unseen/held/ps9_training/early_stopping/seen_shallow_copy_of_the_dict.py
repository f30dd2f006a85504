# mistake: best_params copies the dict but not its arrays, which go on changing with training.
# loses: best_params after further steps

class EarlyStopping:
    def __init__(self, patience):
        self.patience = patience
        self.best_loss = np.inf
        self.best_params = {}
        self.count = 0

    def step(self, loss, params):
        if loss >= self.best_loss:
            self.count += 1
            return self.count >= self.patience
        self.best_loss, self.best_params, self.count = loss, dict(params), 0
        return False
