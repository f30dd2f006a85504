# mistake: a layer counts as the last one where it has as many neurons as the last one, so that a hidden layer of that size is linear too
# loses: mlp_answer, mlp_gradients (a hidden layer as large as the last)
class MLP:
    def __init__(self, n_inputs, sizes, rng):
        self.n_out = sizes[-1]
        widths = [n_inputs] + list(sizes)
        self.weights = [[[Value(rng.uniform(-1, 1)) for _ in range(a)] for _ in range(b)] for a, b in zip(widths, widths[1:])]
        self.biases = [[Value(0.0) for _ in range(b)] for b in sizes]

    def layer(self, W, b, x):
        out = []
        for w, bias in zip(W, b):
            s = bias
            for wi, xi in zip(w, x):
                s = s + wi * xi
            if len(W) != self.n_out:
                s = s.tanh()
            out.append(s)
        return out

    def __call__(self, x):
        for W, b in zip(self.weights, self.biases):
            x = self.layer(W, b, x)
        return x

    def parameters(self):
        p = []
        for W, b in zip(self.weights, self.biases):
            for row in W:
                p.extend(row)
            p.extend(b)
        return p
