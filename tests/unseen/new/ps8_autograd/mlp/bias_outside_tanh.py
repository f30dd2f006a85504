# mistake: the bias is added after the tanh.
# loses: answer, gradients
class MLP:
    def __init__(self, n_inputs, sizes, rng):
        widths = [n_inputs] + list(sizes)
        self.weights, self.biases = [], []
        for before, after in zip(widths, widths[1:]):
            self.weights.append([[Value(float(rng.uniform(-1, 1))) for _ in range(before)] for _ in range(after)])
            self.biases.append([Value(0.0) for _ in range(after)])

    def __call__(self, inputs):
        a = list(inputs)
        last = len(self.weights) - 1
        for l, (layer, bias) in enumerate(zip(self.weights, self.biases)):
            z = []
            for row, b in zip(layer, bias):
                total = 0.0
                for w, x in zip(row, a):
                    total = total + w * x
                z.append(total)
            a = [v + c for v, c in zip(z if l == last else [v.tanh() for v in z], bias)]
        return a

    def parameters(self):
        found = []
        for layer, bias in zip(self.weights, self.biases):
            for row in layer:
                found.extend(row)
            found.extend(bias)
        return found
