# mistake: every neuron sees only as many inputs as it has place in its layer: the sum stops at its own number.
# loses: answer, gradients
class MLP:
    def __init__(self, n_inputs, sizes, rng):
        widths = [n_inputs] + list(sizes)
        self.weights, self.biases = ([], [])
        for before, after in zip(widths, widths[1:]):
            self.weights.append([[Value(float(rng.uniform(-1, 1))) for _ in range(before)] for _ in range(after)])
            self.biases.append([Value(0.0) for _ in range(after)])

    def __call__(self, inputs):
        y_ = list(inputs)
        last = len(self.weights) - 1
        for l, (L, bias) in enumerate(zip(self.weights, self.biases)):
            z = []
            for j, (row, b) in enumerate(zip(L, bias)):
                s = b
                for w, x in zip(row[:j + 1], y_):
                    s = s + w * x
                z.append(s)
            y_ = z if l == last else [v.tanh() for v in z]
        return y_

    def parameters(self):
        found = []
        for L, bias in zip(self.weights, self.biases):
            for row in L:
                found.extend(row)
            found.extend(bias)
        return found
