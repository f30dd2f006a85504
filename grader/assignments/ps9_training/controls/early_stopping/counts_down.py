import copy


# %%
class EarlyStopping:
    def __init__(self, patience):
        self.patience = self.left = patience
        self.best_loss, self.best_params = float("inf"), {}

    def step(self, loss, params):
        if loss < self.best_loss:
            self.best_loss, self.best_params, self.left = loss, copy.deepcopy(params), self.patience
            return False
        self.left -= 1
        return self.left <= 0
