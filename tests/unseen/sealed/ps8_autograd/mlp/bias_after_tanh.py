# mistake: in the hidden layers the bias is added after tanh, to its result
# loses: mlp_answer, mlp_gradients (once a bias isn't 0)
class MLP:
    """Layers of neurons made of Values."""

    def __init__(self, n_inputs, sizes, rng):
        self.weights, self.biases = [], []
        before = n_inputs
        for now in sizes:
            self.weights.append([[Value(float(rng.uniform(-1, 1))) for _ in range(before)] for _ in range(now)])
            self.biases.append([Value(0.0) for _ in range(now)])
            before = now

    def __call__(self, x):
        for l in range(len(self.weights)):
            hidden = l < len(self.weights) - 1
            nxt = []
            for row, b in zip(self.weights[l], self.biases[l]):
                dot = sum(w * xi for w, xi in zip(row, x))
                act = dot.tanh() if hidden else dot
                nxt.append(act + b)
            x = nxt
        return x

    def parameters(self):
        found = []
        for layer in self.weights:
            for row in layer:
                found += row
        for layer in self.biases:
            found += layer
        return found
