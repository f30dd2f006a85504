# mistake: best_params is renewed at every call, whether the loss improved or not.
# loses: best
import copy


class EarlyStopping:
    def __init__(self, patience):
        self.patience = patience
        self.best_loss = np.inf
        self.best_params = None
        self.waited = 0

    def step(self, loss, params):
        self.best_params = copy.deepcopy(params)
        if loss < self.best_loss:
            self.best_loss, self.waited = loss, 0
            return False
        self.waited += 1
        return self.waited >= self.patience
