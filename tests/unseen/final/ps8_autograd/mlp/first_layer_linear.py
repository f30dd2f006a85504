# mistake: The first layer is linear and all others have tanh, where the last one is the linear one.
# loses: answer gradients
class MLP:
    def __init__(self, n_inputs, sizes, rng):
        self.weights, self.biases = [], []
        for n in sizes:
            self.weights.append([[Value(rng.uniform(-1, 1)) for _ in range(n_inputs)] for _ in range(n)])
            self.biases.append([Value(0.0) for _ in range(n)])
            n_inputs = n

    def __call__(self, x):
        for layer, (rows, biases) in enumerate(zip(self.weights, self.biases)):
            z = [sum((w * xi for w, xi in zip(row, x)), b) for row, b in zip(rows, biases)]
            x = [v.tanh() for v in z] if layer > 0 else z
        return x

    def parameters(self):
        return [w for rows in self.weights for row in rows for w in row] + [b for bs in self.biases for b in bs]
