class Perceptron:
    def __init__(self, layers):
        self.layers = layers
        self.n = len(layers)

    def forward(self, inputs):
        results = [inputs]
        for k in range(self.n):
            results.append(self.layers[k].forward(results[k]))
        return results[-1]

    def backward(self, da, learning_rate):
        k = self.n - 1
        while k >= 0:
            da = self.layers[k].backward(da, learning_rate)
            k -= 1
        return da

    def fit(self, training_data, labels, epochs, learning_rate, rng):
        losses = np.zeros((epochs, len(labels)))
        for epoch in range(epochs):
            order = rng.random(len(labels)).argsort()
            for turn, i in enumerate(order):
                x, t = training_data[i : i + 1].T, labels[i : i + 1].T
                a = self.forward(x)
                safe = np.clip(a, 1e-9, 1 - 1e-9)
                losses[epoch, turn] = -(t * np.log(safe) + (1 - t) * np.log(1 - safe)).sum()
                self.backward((safe - t) / (safe * (1 - safe)), learning_rate)
        return losses.mean(axis=1).tolist()
