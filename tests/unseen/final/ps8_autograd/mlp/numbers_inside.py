# mistake: The layers compute with w.data and the plain numbers and make Values of the answer only, so nothing leads back to the weights.
# loses: gradients
class MLP:
    def __init__(self, n_inputs, sizes, rng):
        dims = [n_inputs, *sizes]
        self.weights = [[[Value(rng.uniform(-1, 1)) for _ in range(m)] for _ in range(n)] for m, n in zip(dims, dims[1:])]
        self.biases = [[Value(0.0) for _ in range(n)] for n in sizes]

    def __call__(self, x):
        a = np.array([xi.data if isinstance(xi, Value) else xi for xi in x])
        for l in range(len(self.weights)):
            W = np.array([[w.data for w in row] for row in self.weights[l]])
            b = np.array([v.data for v in self.biases[l]])
            a = W @ a + b
            if l < len(self.weights) - 1:
                a = np.tanh(a)
        return [Value(float(v)) for v in a]

    def parameters(self):
        return [w for layer in self.weights for row in layer for w in row] + [b for layer in self.biases for b in layer]
