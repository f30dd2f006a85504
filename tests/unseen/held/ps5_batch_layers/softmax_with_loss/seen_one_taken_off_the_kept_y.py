# mistake: For whole-number labels backward takes the 1 off self.y itself, so y is damaged and a second backward takes it off twice.
# loses: second backward, y after backward

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
        n = self.y.shape[0]
        if self.t.ndim == 2:
            return (self.y - self.t) / n * dout
        dx = self.y
        dx[np.arange(n), self.t] -= 1
        return dx / n * dout
