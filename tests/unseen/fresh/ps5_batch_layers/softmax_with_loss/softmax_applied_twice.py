# mistake: the loss is taken of softmax(softmax(x)); y and backward are those of one softmax
# loses: softmax_with_loss: loss
class SoftmaxWithLoss:
    def __init__(self):
        self.loss = None
        self.y = None
        self.t = None

    def forward(self, x, t):
        self.t = t
        self.y = softmax(x)
        self.loss = cross_entropy_error(softmax(self.y), self.t)
        return self.loss

    def backward(self, dout=1):
        n = len(self.t)
        dx = np.array(self.y)
        if self.t.ndim == 2:
            dx -= self.t
        else:
            for i, k in enumerate(self.t):
                dx[i, k] -= 1
        return dx * dout / n
