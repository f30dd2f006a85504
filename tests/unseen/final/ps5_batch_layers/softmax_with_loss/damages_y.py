# mistake: backward takes 1 off self.y itself, no copy: the second backward takes it off again
# loses: repeated
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
        N = len(self.y)
        if self.t.ndim == 2:
            return (self.y - self.t) / N * dout
        dx = self.y
        dx[np.arange(N), self.t] -= 1
        return dx / N * dout
