# mistake: accuracy counts an answer as right only if its score is above 0 as well
# loses: accuracy
class TwoLayerNet:
    """Affine, Relu, Affine, and softmax with loss on top."""

    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        normal = lambda rows, cols: np.random.normal(scale=weight_init_std, size=(rows, cols))
        self.params = {
            "W1": normal(input_size, hidden_size),
            "b1": np.zeros(hidden_size),
            "W2": normal(hidden_size, output_size),
            "b2": np.zeros(output_size),
        }
        self.layers = {
            "Affine1": Affine(self.params["W1"], self.params["b1"]),
            "Relu1": Relu(),
            "Affine2": Affine(self.params["W2"], self.params["b2"]),
        }
        self.lastLayer = SoftmaxWithLoss()

    def predict(self, x):
        h = self.layers["Affine1"].forward(x)
        h = self.layers["Relu1"].forward(h)
        return self.layers["Affine2"].forward(h)

    def loss(self, x, t):
        return self.lastLayer.forward(self.predict(x), t)

    def accuracy(self, x, t):
        scores = self.predict(x)
        label = np.argmax(t, axis=1) if t.ndim == 2 else t
        hits = 0
        for row, l in zip(scores, label):
            if row.argmax() == l and row[l] > 0:
                hits += 1
        return hits / len(x)

    def numerical_gradient(self, x, t):
        return {k: numerical_gradient(lambda w: self.loss(x, t), v) for k, v in self.params.items()}

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.lastLayer.backward()
        dout = self.layers["Affine2"].backward(dout)
        dout = self.layers["Relu1"].backward(dout)
        self.layers["Affine1"].backward(dout)
        return {
            "W1": self.layers["Affine1"].dW,
            "b1": self.layers["Affine1"].db,
            "W2": self.layers["Affine2"].dW,
            "b2": self.layers["Affine2"].db,
        }
