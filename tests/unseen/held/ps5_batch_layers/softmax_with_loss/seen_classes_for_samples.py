# mistake: backward divides by the number of classes in place of the number of samples.
# loses: backward

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
        klassen = self.y.shape[1]
        ziel = self.t if self.t.ndim == 2 else np.eye(klassen)[self.t]
        return dout * (self.y - ziel) / klassen
