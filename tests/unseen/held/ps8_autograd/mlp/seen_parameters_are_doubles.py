# mistake: parameters() gives new Values with the same numbers, so steps on them don't reach the network.
# loses: the network's own Values

class MLP:
    def __init__(self, n_inputs, sizes, rng):
        widths = [n_inputs, *sizes]
        self.weights = [
            [[Value(float(rng.uniform(-1, 1))) for _ in range(a)] for _ in range(b)] for a, b in zip(widths, widths[1:])
        ]
        self.biases = [[Value(0.0) for _ in range(b)] for b in sizes]

    def __call__(self, x):
        last = len(self.weights) - 1
        for l in range(last + 1):
            x = [sum((w * v for w, v in zip(row, x)), b) for row, b in zip(self.weights[l], self.biases[l])]
            if l < last:
                x = [v.tanh() for v in x]
        return x

    def parameters(self):
        numbers = [w.data for layer in self.weights for row in layer for w in row]
        numbers += [b.data for layer in self.biases for b in layer]
        return [Value(n) for n in numbers]
