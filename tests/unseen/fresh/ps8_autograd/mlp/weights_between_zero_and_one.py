# mistake: the weights are drawn by rng.uniform() between 0 and 1
# loses: the weights

class MLP:
    def __init__(self, n_inputs, sizes, rng):
        self.weights = []
        self.biases = []
        before = n_inputs
        for size in sizes:
            layer = []
            for j in range(size):
                neuron = [Value(rng.uniform()) for i in range(before)]
                layer.append(neuron)
            self.weights.append(layer)
            self.biases.append([Value(0.0) for j in range(size)])
            before = size

    def __call__(self, x):
        last = len(self.weights) - 1
        for number, (W, b) in enumerate(zip(self.weights, self.biases)):
            new = []
            for neuron, bias in zip(W, b):
                z = bias
                for weight, a in zip(neuron, x):
                    z = z + weight * a
                if number != last:
                    z = z.tanh()
                new.append(z)
            x = new
        return x

    def parameters(self):
        found = []
        for W, b in zip(self.weights, self.biases):
            for neuron in W:
                found.extend(neuron)
            found.extend(b)
        return found
