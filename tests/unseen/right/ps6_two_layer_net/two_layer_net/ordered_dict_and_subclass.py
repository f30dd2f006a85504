# mistake: none: OrderedDict, predictions by recursion, gradients by a loop over names with getattr
# loses: nothing
from collections import OrderedDict


class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        sizes = [input_size, hidden_size, output_size]
        self.params, self.layers = {}, OrderedDict()
        for i in (1, 2):
            self.params[f"W{i}"] = np.random.normal(0, weight_init_std, (sizes[i - 1], sizes[i]))
            self.params[f"b{i}"] = np.zeros(sizes[i])
            self.layers[f"Affine{i}"] = Affine(self.params[f"W{i}"], self.params[f"b{i}"])
            if i == 1:
                self.layers["Relu1"] = Relu()
        self.lastLayer = SoftmaxWithLoss()

    def predict(self, x):
        for layer in self.layers.values():
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        return self.lastLayer.forward(self.predict(x), t)

    def accuracy(self, x, t):
        best = np.argmax(self.predict(x), axis=1)
        if np.ndim(t) == 1:
            return np.count_nonzero(best == t) / len(x)
        return sum(row[k] for row, k in zip(t, best)) / len(x)

    def numerical_gradient(self, x, t):
        def verlust(ignored):
            return self.loss(x, t)

        return {name: numerical_gradient(verlust, array) for name, array in self.params.items()}

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.lastLayer.backward()
        for name in list(self.layers)[::-1]:
            dout = self.layers[name].backward(dout)
        return {f"{w}{i}": getattr(self.layers[f"Affine{i}"], f"d{w}") for i in (1, 2) for w in "Wb"}
