# mistake: The inputs are put into new Values by their number, as_value(float(x.data)), so nothing leads back to inputs that are Values.
# loses: gradients
class MLP:
    def __init__(self, n_inputs, sizes, rng):
        self.weights, self.biases = [], []
        for n in sizes:
            self.weights.append([[Value(rng.uniform(-1, 1)) for _ in range(n_inputs)] for _ in range(n)])
            self.biases.append([Value(0.0) for _ in range(n)])
            n_inputs = n

    def __call__(self, x):
        x = [Value(v.data) if isinstance(v, Value) else Value(v) for v in x]
        for l, (W, b) in enumerate(zip(self.weights, self.biases)):
            y = []
            for row, bias in zip(W, b):
                s = bias
                for w, v in zip(row, x):
                    s = s + w * v
                y.append(s.tanh() if l < len(self.weights) - 1 else s)
            x = y
        return x

    def parameters(self):
        return [p for W, b in zip(self.weights, self.biases) for row, bias in zip(W, b) for p in row + [bias]]
