# mistake: a loss is compared with that of the call before, not with the best one, when improvement is counted
# loses: when to stop, in a row

class EarlyStopping:
    def __init__(self, patience):
        self.patience = patience
        self.best_loss = float("inf")
        self.best_params = None
        self.anterior = float("inf")
        self.sin_mejora = 0  # llamadas seguidas sin mejora

    def step(self, loss, params):
        if loss < self.best_loss:
            self.best_loss = loss
            self.best_params = {nombre: valor.copy() for nombre, valor in params.items()}
        if loss < self.anterior:
            self.sin_mejora = 0
        else:
            self.sin_mejora += 1
        self.anterior = loss
        return self.sin_mejora >= self.patience
