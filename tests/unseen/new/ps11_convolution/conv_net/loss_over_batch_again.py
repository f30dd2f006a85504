# mistake: loss is divided by the batch size once more.
# loses: loss
class ConvNet:
    def __init__(self, rng):
        self.params = {'W1': rng.normal(0, np.sqrt(2 / 9), (8, 1, 3, 3)), 'b1': np.zeros(8), 'W2': rng.normal(0, np.sqrt(2 / 128), (128, 10)), 'b2': np.zeros(10)}
        prob = self.params
        self.first = Convolution(prob['W1'], prob['b1'], pad=1)
        self.second = Affine(prob['W2'], prob['b2'])
        self.layers = [self.first, Relu(), MaxPooling(2), Flatten(), self.second]
        self.last = SoftmaxWithLoss()

    def predict(self, x):
        # listo
        for capa in self.layers:
            x = capa.forward(x)
        return x

    def loss(self, x, t):
        return self.last.forward(self.predict(x), t) / len(x)

    def accuracy(self, x, t):
        labels = t if t.ndim == 1 else t.argmax(axis=1)
        return float(np.mean(self.predict(x).argmax(axis=1) == labels))

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.last.backward()
        for capa in reversed(self.layers):
            dout = capa.backward(dout)
        return {'W1': self.first.dW, 'b1': self.first.db, 'W2': self.second.dW, 'b2': self.second.db}
