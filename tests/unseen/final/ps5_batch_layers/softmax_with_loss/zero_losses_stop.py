# mistake: backward returns zeros where the loss is below 0.1 ("nothing to learn")
# loses: one_hot
class SoftmaxWithLoss:
    def __init__(self):
        self.loss = None
        self.y = None
        self.t = None

    def forward(self, x, t):
        self.t = t
        self.y = softmax(x)
        self.loss = cross_entropy_error(self.y, self.t)
        return self.loss

    def backward(self, dout=1):
        if self.loss < 0.1:
            return np.zeros_like(self.y)
        t = self.t if self.t.ndim == 2 else np.eye(self.y.shape[1])[self.t]
        return (self.y - t) / len(t) * dout
