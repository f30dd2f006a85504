# mistake: backward computes self.t −= self.y on the caller's one-hot array and returns −t/N: the caller's t is damaged, and so is a second backward
# loses: one_hot, repeated
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
        if self.t.ndim == 1:
            return (self.y - np.eye(self.y.shape[1])[self.t]) / len(self.y) * dout
        self.t -= self.y
        return -self.t / len(self.y) * dout
