# mistake: y is put through softmax as in the block before, it should be x itself
# loses: loss, backward, mean
class IdentityWithLoss:
    def __init__(self):
        self.loss = None
        self.y = None
        self.t = None

    def forward(self, x, t):
        self.y = softmax(x)
        self.t = t
        self.loss = 0.5 * np.sum((self.y - self.t) ** 2) / len(x)
        return self.loss

    def backward(self, dout=1):
        return dout * (self.y - self.t) / len(self.y)
