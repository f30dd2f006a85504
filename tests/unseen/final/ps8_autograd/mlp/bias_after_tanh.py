# mistake: A neuron adds its bias after tanh, tanh(Σ w·x) + b, where it stands inside.
# loses: answer gradients
class MLP:
    def __init__(self, n_inputs, sizes, rng):
        self.weights = []
        self.biases = []
        before = n_inputs
        for size in sizes:
            layer = []
            for j in range(size):
                layer.append([Value(rng.uniform(-1, 1)) for i in range(before)])
            self.weights.append(layer)
            self.biases.append([Value(0.0) for j in range(size)])
            before = size

    def _neuron(self, weights, bias, x, linear):
        total = Value(0.0)
        for w, xi in zip(weights, x):
            total = total + w * xi
        if not linear:
            total = total.tanh()
        return total + bias

    def __call__(self, x):
        for l, (layer, biases) in enumerate(zip(self.weights, self.biases)):
            linear = l == len(self.weights) - 1
            x = [self._neuron(weights, bias, x, linear) for weights, bias in zip(layer, biases)]
        return x

    def parameters(self):
        values = []
        for layer in self.weights:
            for row in layer:
                values += row
        for biases in self.biases:
            values += biases
        return values
