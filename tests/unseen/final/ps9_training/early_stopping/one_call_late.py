# mistake: It stops only when more than `patience` calls in a row brought nothing, one call late.
# loses: when
class EarlyStopping:
    def __init__(self, patience):
        self.patience = patience
        self.best_loss = None
        self.best_params = None
        self.since = 0

    def step(self, loss, params):
        stop = False
        if self.best_loss is None or loss < self.best_loss:
            self.best_loss = loss
            self.best_params = {}
            for key in params:
                self.best_params[key] = params[key].copy()
            self.since = 0
        else:
            if self.since == self.patience:
                stop = True
            self.since += 1
        return stop
