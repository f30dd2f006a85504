# mistake: the neurons of a layer share one list of weights
# loses: each its own weights; parameters each once

class MLP:
    def __init__(self, n_inputs, sizes, rng):
        self.weights, self.biases = [], []
        for before, after in zip([n_inputs, *sizes[:-1]], sizes):
            self.weights.append([[Value(float(rng.uniform(-1, 1))) for _ in range(before)]] * after)
            self.biases.append([Value(0.0) for _ in range(after)])

    def __call__(self, x):
        for l, (weights, biases) in enumerate(zip(self.weights, self.biases)):
            sums = [sum((w * v for w, v in zip(row, x)), b) for row, b in zip(weights, biases)]
            x = sums if l == len(self.weights) - 1 else [s.tanh() for s in sums]
        return x

    def parameters(self):
        found = [w for layer in self.weights for row in layer for w in row]
        return found + [b for layer in self.biases for b in layer]
