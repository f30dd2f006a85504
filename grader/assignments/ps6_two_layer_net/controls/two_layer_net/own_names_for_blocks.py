def forward_all(net, x):
    affine1, relu, affine2 = net.layers.values()
    return affine2.forward(relu.forward(affine1.forward(x)))


class TwoLayerNet(object):
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        W1 = np.random.standard_normal((input_size, hidden_size)) * weight_init_std
        W2 = np.random.standard_normal((hidden_size, output_size)) * weight_init_std
        b1, b2 = np.zeros(hidden_size), np.zeros(output_size)
        self.first, self.second, self.relu = Affine(W1, b1), Affine(W2, b2), Relu()
        self.params = {"b1": b1, "W1": W1, "b2": b2, "W2": W2}
        self.layers = {"Affine1": self.first, "Relu1": self.relu, "Affine2": self.second}
        self.lastLayer = self.last = SoftmaxWithLoss()

    predict = forward_all

    def loss(self, x, t):
        return self.last.forward(forward_all(self, x), t)

    def accuracy(self, x, t):
        if len(t.shape) == 2:
            t = np.argmax(t, axis=1)
        return np.count_nonzero(np.argmax(self.predict(x), axis=-1) == t) / t.size

    def numerical_gradient(self, x, t):
        return {k: numerical_gradient(lambda _: self.loss(x, t), v) for k, v in self.params.items()}

    def gradient(self, x, t):
        self.loss(x, t)
        self.first.backward(self.relu.backward(self.second.backward(self.last.backward(1))))
        return dict(W1=self.first.dW, W2=self.second.dW, b1=self.first.db, b2=self.second.db)
