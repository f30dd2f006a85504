# mistake: the one-hot matrix has max(t) + 1 columns, too few when the last class doesn't occur in the batch
# loses: softmax_with_loss: labels (without the last class)
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
        ziel = self.t
        if ziel.ndim == 1:
            anzahl_klassen = ziel.max() + 1
            ziel = np.eye(anzahl_klassen)[ziel]
        dx = (self.y - ziel) / len(ziel)
        return dx * dout
