# mistake: the bias is added once for every input.
# loses: answer, gradients
class MLP:
    def __init__(self, n_inputs, sizes, rng):
        widths = [n_inputs] + list(sizes)
        self.weights, self.biases = ([], [])
        # see the lesson
        for before, after in zip(widths, widths[1:]):
            self.weights.append([[Value(float(rng.uniform(-1, 1))) for _ in range(before)] for _ in range(after)])
            self.biases.append([Value(0.0) for _ in range(after)])

    def __call__(self, inputs):
        prediction = list(inputs)
        last = len(self.weights) - 1
        for l, (current_layer, bias) in enumerate(zip(self.weights, self.biases)):
            z = []
            for row, b in zip(current_layer, bias):
                running_total = 0.0
                for w, x in zip(row, prediction):
                    running_total = running_total + w * x + b
                z.append(running_total)
            prediction = z if l == last else [v.tanh() for v in z]
        return prediction

    def parameters(self):
        found = []
        for current_layer, bias in zip(self.weights, self.biases):
            for row in current_layer:
                found.extend(row)
            found.extend(bias)
        return found
