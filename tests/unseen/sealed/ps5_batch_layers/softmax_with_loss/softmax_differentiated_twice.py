# mistake: y - t is sent through the derivative of softmax once more
# loses: one_hot, labels
class SoftmaxWithLoss:
    """Softmax and cross-entropy in one block, the last one of a classifier."""

    def __init__(self):
        self.loss = None
        self.y = None
        self.t = None

    def forward(self, x, t):
        self.t = t
        self.y = softmax(x)
        self.loss = cross_entropy_error(self.y, t)
        return self.loss

    def backward(self, dout=1):
        y = self.y
        one_hot = np.eye(y.shape[1])[self.t] if self.t.ndim == 1 else self.t
        g = dout * (y - one_hot) / y.shape[0]  # through the cross-entropy
        return y * (g - np.sum(g * y, axis=1, keepdims=True))  # and through softmax
