# mistake: a net with one output returns the Value without a list
# loses: a list also for one output

class MLP:
    def __init__(self, n_inputs, sizes, rng):
        self.weights, self.biases = [], []
        for before, after in zip([n_inputs, *sizes[:-1]], sizes):
            self.weights.append([[Value(float(rng.uniform(-1, 1))) for _ in range(before)] for _ in range(after)])
            self.biases.append([Value(0.0) for _ in range(after)])

    def __call__(self, x):
        for l, (weights, biases) in enumerate(zip(self.weights, self.biases)):
            sums = [sum((w * v for w, v in zip(row, x)), b) for row, b in zip(weights, biases)]
            x = sums if l == len(self.weights) - 1 else [s.tanh() for s in sums]
        return x[0] if len(x) == 1 else x

    def parameters(self):
        found = [w for layer in self.weights for row in layer for w in row]
        return found + [b for layer in self.biases for b in layer]
