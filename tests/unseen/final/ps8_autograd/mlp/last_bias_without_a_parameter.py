# mistake: parameters() leaves out the biases of the last layer.
# loses: parameters
class MLP:
    def __init__(self, n_inputs, sizes, rng):
        self.weights, self.biases = [], []
        for n in sizes:
            self.weights.append([[Value(rng.uniform(-1, 1)) for _ in range(n_inputs)] for _ in range(n)])
            self.biases.append([Value(0.0) for _ in range(n)])
            n_inputs = n

    def __call__(self, x):
        for l in range(len(self.weights)):
            z = [sum((w * v for w, v in zip(row, x)), b) for row, b in zip(self.weights[l], self.biases[l])]
            x = z if l + 1 == len(self.weights) else [v.tanh() for v in z]
        return x

    def parameters(self):
        ps = [w for layer in self.weights for row in layer for w in row]
        for layer in self.biases[:-1]:
            ps += layer
        return ps
