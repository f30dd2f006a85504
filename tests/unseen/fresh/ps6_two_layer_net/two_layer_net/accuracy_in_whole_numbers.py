# mistake: accuracy divides with //, so it is 0 unless every answer is right
# loses: two_layer_net: accuracy
class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.params = {
            "W1": weight_init_std * np.random.randn(input_size, hidden_size),
            "b1": np.zeros(hidden_size),
            "W2": weight_init_std * np.random.randn(hidden_size, output_size),
            "b2": np.zeros(output_size),
        }
        self.layers = {
            "Affine1": Affine(self.params["W1"], self.params["b1"]),
            "Relu1": Relu(),
            "Affine2": Affine(self.params["W2"], self.params["b2"]),
        }
        self.lastLayer = SoftmaxWithLoss()

    def predict(self, x):
        out = x
        for schicht in self.layers.values():
            out = schicht.forward(out)
        return out

    def loss(self, x, t):
        return self.lastLayer.forward(self.predict(x), t)

    def accuracy(self, x, t):
        antworten = np.argmax(self.predict(x), axis=1)
        if t.ndim == 2:
            t = np.argmax(t, axis=1)
        richtig = 0
        for antwort, label in zip(antworten, t):
            if antwort == label:
                richtig += 1
        return richtig // len(t)

    def numerical_gradient(self, x, t):
        return {name: numerical_gradient(lambda _: self.loss(x, t), p) for name, p in self.params.items()}

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.lastLayer.backward()
        for schicht in reversed(list(self.layers.values())):
            dout = schicht.backward(dout)
        eins, zwei = self.layers["Affine1"], self.layers["Affine2"]
        return {"W1": eins.dW, "b1": eins.db, "W2": zwei.dW, "b2": zwei.db}
