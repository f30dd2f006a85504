# mistake: forward adds the new loss to the loss of the call before.
# loses: repeated
class SoftmaxWithLoss:
    def __init__(self):
        self.loss = None
        self.y = None
        self.t = None

    def forward(self, x, t):
        self.t = t
        self.y = softmax(x)
        self.loss = (self.loss or 0.0) + cross_entropy_error(self.y, t)
        return self.loss

    def backward(self, dout=1):
        anzahl, klassen = self.y.shape
        ziel = self.t if self.t.ndim == 2 else np.eye(klassen)[self.t]
        return dout * (self.y - ziel) / anzahl
