# mistake: predict divides each row of scores by its length.
# loses: predict
class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.params = {'W1': weight_init_std * np.random.randn(input_size, hidden_size), 'b1': np.zeros(hidden_size), 'W2': weight_init_std * np.random.randn(hidden_size, output_size), 'b2': np.zeros(output_size)}
        self.layers = {'Affine1': Affine(self.params['W1'], self.params['b1']), 'Relu1': Relu(), 'Affine2': Affine(self.params['W2'], self.params['b2'])}
        # actualizar
        self.lastLayer = SoftmaxWithLoss()

    def _scores(self, x):
        for capa in self.layers.values():
            x = capa.forward(x)
        return x

    def predict(self, x):
        s = self._scores(x)
        return s / np.linalg.norm(s, axis=1, keepdims=True)

    def loss(self, x, t):
        return self.lastLayer.forward(self._scores(x), t)

    def accuracy(self, x, t):
        if t.ndim != 1:
            t = t.argmax(axis=1)
        return float(np.mean(self.predict(x).argmax(axis=1) == t))

    def numerical_gradient(self, x, t):
        f = lambda _: self.loss(x, t)
        return {name: numerical_gradient(f, p) for name, p in self.params.items()}

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.lastLayer.backward()
        for capa in reversed(list(self.layers.values())):
            dout = capa.backward(dout)
        a1, a2 = (self.layers['Affine1'], self.layers['Affine2'])
        return {'W1': a1.dW, 'b1': a1.db, 'W2': a2.dW, 'b2': a2.db}
