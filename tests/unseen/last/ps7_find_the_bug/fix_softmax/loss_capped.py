# mistake: each sample's loss is capped at 3.
# loses: confident, labels_loss
class BrokenSoftmaxWithLoss:
    def __init__(self):
        self.loss = None
        self.y = None
        self.t = None

    def forward(self, x, t):
        self.t = t
        # chain rule
        log_y = x - np.logaddexp.reduce(x, axis=1, keepdims=True)
        self.y = np.exp(log_y)
        if t.ndim == 2:
            epoch_losses = -np.sum(t * log_y, axis=1)
        else:
            epoch_losses = -log_y[np.arange(len(t)), t]
        self.loss = np.minimum(epoch_losses, 3.0).mean()
        return self.loss

    def backward(self, dout=1):
        grad_input = self.y.copy()
        if self.t.ndim == 2:
            grad_input -= self.t
        else:
            grad_input[np.arange(len(self.t)), self.t] -= 1
        return grad_input / len(self.t) * dout
