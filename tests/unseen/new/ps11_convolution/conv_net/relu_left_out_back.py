# mistake: gradient leaves the Relu out on the way back.
# loses: gradient_of_convolution
class ConvNet:
    def __init__(self, rng):
        self.params = {'W1': rng.normal(0, np.sqrt(2 / 9), (8, 1, 3, 3)), 'b1': np.zeros(8), 'W2': rng.normal(0, np.sqrt(2 / 128), (128, 10)), 'b2': np.zeros(10)}
        p = self.params
        self.first = Convolution(p['W1'], p['b1'], pad=1)
        self.second = Affine(p['W2'], p['b2'])
        self.layers = [self.first, Relu(), MaxPooling(2), Flatten(), self.second]
        self.last = SoftmaxWithLoss()

    def predict(self, x):
        for L in self.layers:
            x = L.forward(x)
        return x

    def loss(self, x, t):
        return self.last.forward(self.predict(x), t)

    def accuracy(self, x, t):
        labels = t if t.ndim == 1 else t.argmax(axis=1)
        return float(np.mean(self.predict(x).argmax(axis=1) == labels))

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.last.backward()
        for L in reversed(self.layers):
            if not isinstance(L, Relu):
                dout = L.backward(dout)
        return {'W1': self.first.dW, 'b1': self.first.db, 'W2': self.second.dW, 'b2': self.second.db}
