# mistake: the parameters are kept at every call, also where the loss is no better
# loses: the best parameters

class EarlyStopping:
    def __init__(self, patience):
        self.patience = patience
        self.best_loss = float("inf")
        self.best_params = None
        self.sin_mejora = 0  # llamadas seguidas sin mejora

    def step(self, loss, params):
        if loss < self.best_loss:
            self.best_loss = loss
            self.sin_mejora = 0
        else:
            self.sin_mejora += 1
        self.best_params = {nombre: valor.copy() for nombre, valor in params.items()}
        return self.sin_mejora >= self.patience
