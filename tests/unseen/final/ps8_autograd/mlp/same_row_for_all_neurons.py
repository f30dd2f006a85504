# mistake: One row of weights is made for each layer and repeated for its neurons, so all neurons of a layer have the same Values as weights.
# loses: weights gradients parameters
class MLP:
    def __init__(self, n_inputs, sizes, rng):
        self.weights = []
        self.biases = []
        for size in sizes:
            row = [Value(rng.uniform(-1, 1)) for _ in range(n_inputs)]
            self.weights.append([row] * size)
            self.biases.append([Value(0.0) for _ in range(size)])
            n_inputs = size

    def __call__(self, x):
        n_layers = len(self.weights)
        for k in range(n_layers):
            y = []
            for row, bias in zip(self.weights[k], self.biases[k]):
                s = bias
                for w, v in zip(row, x):
                    s = s + w * v
                if k + 1 < n_layers:
                    s = s.tanh()
                y.append(s)
            x = y
        return x

    def parameters(self):
        ps = []
        for rows, bs in zip(self.weights, self.biases):
            for row, b in zip(rows, bs):
                ps += [*row, b]
        return ps
