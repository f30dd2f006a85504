# mistake: the biases of a layer are [Value(0.0)] * n, one single Value n times
# loses: mlp_parameters (each once), mlp_gradients (of the biases), mlp_answer (once the biases differ)
class MLP:
    def __init__(self, n_inputs, sizes, rng):
        self.weights = []
        self.biases = []
        for n in sizes:
            self.weights.append([[Value(rng.uniform(-1, 1)) for i in range(n_inputs)] for j in range(n)])
            self.biases.append([Value(0.0)] * n)
            n_inputs = n

    def __call__(self, x):
        last = len(self.weights) - 1
        for l, (W, b) in enumerate(zip(self.weights, self.biases)):
            z = [sum((w * a for w, a in zip(row, x)), start=bias) for row, bias in zip(W, b)]
            x = z if l == last else [v.tanh() for v in z]
        return x

    def parameters(self):
        return [w for W in self.weights for row in W for w in row] + [b for layer in self.biases for b in layer]
