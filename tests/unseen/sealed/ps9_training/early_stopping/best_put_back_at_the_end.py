# mistake: when it is time to stop, the best parameters are written back into params, which should be left as they are
# loses: early_stopping_best (params unchanged)
class EarlyStopping:
    def __init__(self, patience):
        self.patience = patience
        self.best_loss = float("inf")
        self.best_params = {}
        self.bad = 0

    def step(self, loss, params):
        if loss < self.best_loss:
            self.best_loss, self.bad = loss, 0
            self.best_params = {key: np.array(value) for key, value in params.items()}
        else:
            self.bad += 1
        stop = self.bad >= self.patience
        if stop:
            for key in params:
                params[key][...] = self.best_params[key]
        return stop
