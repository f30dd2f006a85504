# mistake: forward adds the loss to that of the forward before (a running loss)
# loses: repeated
class SoftmaxWithLoss:
    def __init__(self):
        self.loss = 0.0
        self.y = None
        self.t = None

    def forward(self, x, t):
        self.t = t
        self.y = softmax(x)
        self.loss += cross_entropy_error(self.y, self.t)
        return self.loss

    def backward(self, dout=1):
        t = self.t if self.t.ndim == 2 else np.eye(self.y.shape[1])[self.t]
        return (self.y - t) / len(t) * dout
