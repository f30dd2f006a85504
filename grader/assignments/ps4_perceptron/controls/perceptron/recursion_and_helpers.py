import functools
# %%
class Network:
    def __init__(self, layers):
        self.layers = tuple(layers)
        self.output = None

    def forward(self, inputs: np.ndarray) -> np.ndarray:
        column = np.asarray(inputs, dtype=float).reshape(-1, 1)
        self.output = functools.reduce(lambda a, layer: layer.forward(a), self.layers, column)
        return self.output

    def backward(self, da: np.ndarray, learning_rate: float) -> np.ndarray:
        def back(n, gradient):
            return gradient if n < 0 else back(n - 1, self.layers[n].backward(gradient, learning_rate=learning_rate))

        return back(len(self.layers) - 1, da)
# %%
class Perceptron(Network):
    def learn_one(self, x, t, learning_rate):
        self.forward(x)
        loss = binary_cross_entropy(self.output, t)
        self.backward(binary_cross_entropy_derivative(self.output, t), learning_rate)
        return loss

    def fit(self, training_data, labels, epochs, learning_rate, rng):
        samples = [(x.reshape(-1, 1), t.reshape(-1, 1)) for x, t in zip(training_data, labels)]
        history = []
        for epoch in range(epochs):
            rng.shuffle(samples)
            history.append(np.mean([self.learn_one(x, t, learning_rate) for x, t in samples]))
            print(f"epoch {epoch + 1}: {history[-1]:.4f}")
        return np.array(history)
# %%
print(Perceptron([Layer(2, 1, Sigmoid())]).forward(np.zeros(2)).shape)
