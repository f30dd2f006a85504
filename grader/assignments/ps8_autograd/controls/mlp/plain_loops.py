class MLP:
    def __init__(self, n_inputs, sizes, rng):
        self.weights = []
        self.biases = []
        for l in range(len(sizes)):
            before = n_inputs if l == 0 else sizes[l - 1]
            layer, bias = [], []
            for j in range(sizes[l]):
                neuron = []
                for i in range(before):
                    neuron.append(Value(rng.uniform(-1, 1)))
                layer.append(neuron)
                bias.append(Value(0.0))
            self.weights.append(layer)
            self.biases.append(bias)

    def __call__(self, x):
        for l in range(len(self.weights)):
            result = []
            for j in range(len(self.weights[l])):
                z = self.biases[l][j]
                for i in range(len(x)):
                    z = z + x[i] * self.weights[l][j][i]
                if l < len(self.weights) - 1:
                    z = z.tanh()
                result.append(z)
            x = result
        return x

    def parameters(self):
        found = []
        for l in range(len(self.weights)):
            for j in range(len(self.weights[l])):
                found += self.weights[l][j]
                found.append(self.biases[l][j])
        return found
