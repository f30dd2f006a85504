# mistake: integer labels become one-hot rows of only as many classes as the largest label of the batch asks for
# loses: backward where the last class does not occur: an error

class SoftmaxWithLoss:
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
        if self.t.ndim == 2:
            dx = self.y - self.t
        else:
            dx = self.y - np.eye(self.t.max() + 1)[self.t]
        return dx * dout / len(self.y)
