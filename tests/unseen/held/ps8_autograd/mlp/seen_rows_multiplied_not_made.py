# mistake: Each layer's row of weights is made once and repeated, so all neurons of a layer share the same Values.
# loses: weights of their own, parameters each once

class MLP:
    def __init__(self, n_inputs, sizes, rng):
        self.weights, self.biases = [], []
        n = n_inputs
        for m in sizes:
            self.weights.append([[Value(rng.uniform(-1, 1)) for _ in range(n)]] * m)
            self.biases.append([Value(0.0) for _ in range(m)])
            n = m

    def __call__(self, x):
        for l, (W, b) in enumerate(zip(self.weights, self.biases)):
            z = []
            for row, bias in zip(W, b):
                s = bias
                for w, v in zip(row, x):
                    s = s + w * v
                z.append(s)
            x = z if l == len(self.weights) - 1 else [s.tanh() for s in z]
        return x

    def parameters(self):
        return [w for W in self.weights for row in W for w in row] + [b for layer in self.biases for b in layer]
