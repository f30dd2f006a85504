# mistake: every neuron of every layer gets n_inputs weights, those of the network; zip hides that they are too many or too few
# loses: mlp_weights; mlp_answer, mlp_gradients and mlp_parameters where the layers differ from the inputs
class MLP:
    def __init__(self, n_inputs, sizes, rng):
        self.weights = [[[Value(rng.uniform(-1, 1)) for i in range(n_inputs)] for j in range(n)] for n in sizes]
        self.biases = [[Value(0.0) for j in range(n)] for n in sizes]

    def __call__(self, x):
        for k, (layer, bias) in enumerate(zip(self.weights, self.biases)):
            y = []
            for row, b in zip(layer, bias):
                s = b
                for w, v in zip(row, x):
                    s = s + w * v
                y.append(s)
            x = y if k == len(self.weights) - 1 else [s.tanh() for s in y]
        return x

    def parameters(self):
        res = []
        for layer, bias in zip(self.weights, self.biases):
            res += [w for row in layer for w in row]
            res += bias
        return res
