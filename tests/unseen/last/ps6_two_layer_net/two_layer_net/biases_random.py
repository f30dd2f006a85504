# mistake: the biases are drawn like the weights.
# loses: params
class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.params = {'W1': weight_init_std * np.random.randn(input_size, hidden_size), 'b1': weight_init_std * np.random.randn(hidden_size), 'W2': weight_init_std * np.random.randn(hidden_size, output_size), 'b2': weight_init_std * np.random.randn(output_size)}
        self.layers = {'Affine1': Affine(self.params['W1'], self.params['b1']), 'Relu1': Relu(), 'Affine2': Affine(self.params['W2'], self.params['b2'])}
        self.lastLayer = SoftmaxWithLoss()

    def predict(self, x):
        for schicht in self.layers.values():
            x = schicht.forward(x)
        return x

    def loss(self, x, t):
        return self.lastLayer.forward(self.predict(x), t)

    def accuracy(self, x, t):
        if t.ndim != 1:
            t = t.argmax(axis=1)
        return float(np.mean(self.predict(x).argmax(axis=1) == t))

    def numerical_gradient(self, x, t):
        f = lambda _: self.loss(x, t)
        return {name: numerical_gradient(f, p) for name, p in self.params.items()}

    def gradient(self, x, t):
        self.loss(x, t)
        kommt = self.lastLayer.backward()
        for schicht in reversed(list(self.layers.values())):
            kommt = schicht.backward(kommt)
        a1, a2 = (self.layers['Affine1'], self.layers['Affine2'])
        return {'W1': a1.dW, 'b1': a1.db, 'W2': a2.dW, 'b2': a2.db}
