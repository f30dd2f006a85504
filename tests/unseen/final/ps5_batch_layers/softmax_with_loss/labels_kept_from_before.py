# mistake: the one-hot rows made of labels are kept and not made again while the number of samples is the same
# loses: labels or repeated
class SoftmaxWithLoss:
    def __init__(self):
        self.loss = None
        self.y = None
        self.t = None
        self.rows = None

    def forward(self, x, t):
        self.t = t
        self.y = softmax(x)
        self.loss = cross_entropy_error(self.y, self.t)
        if t.ndim == 2:
            self.rows = t
        elif self.rows is None or self.rows.shape != x.shape:
            self.rows = np.eye(x.shape[1])[t]
        return self.loss

    def backward(self, dout=1):
        return (self.y - self.rows) / len(self.y) * dout
