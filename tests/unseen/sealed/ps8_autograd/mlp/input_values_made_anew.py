# mistake: an input that is a Value already is made anew from its number, so that no gradient reaches the input that was given
# loses: mlp_gradients (of inputs that are Values)
class MLP:
    def __init__(self, n_inputs, sizes, rng):
        self.weights = []
        self.biases = []
        for size in sizes:
            self.weights.append([[Value(rng.uniform(-1, 1)) for _ in range(n_inputs)] for _ in range(size)])
            self.biases.append([Value(0.0) for _ in range(size)])
            n_inputs = size

    @staticmethod
    def number(v):
        return float(v.data) if isinstance(v, Value) else float(v)

    def __call__(self, x):
        a = [Value(self.number(v)) for v in x]
        depth = len(self.weights)
        for l in range(depth):
            z = []
            for row, bias in zip(self.weights[l], self.biases[l]):
                total = bias
                for w, ai in zip(row, a):
                    total = total + w * ai
                z.append(total)
            a = [t.tanh() for t in z] if l + 1 < depth else z
        return a

    def parameters(self):
        return sum([row for layer in self.weights for row in layer], []) + sum(self.biases, [])
