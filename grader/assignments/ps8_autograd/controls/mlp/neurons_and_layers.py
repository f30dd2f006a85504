class Neuron:
    def __init__(self, n, rng, bent):
        self.w = [Value(float(number)) for number in rng.uniform(-1, 1, size=n)]
        self.b = Value(0.0)
        self.bent = bent

    def __call__(self, x):
        z = sum(wi * xi for wi, xi in zip(self.w, x)) + self.b
        return z.tanh() if self.bent else z


# %%
class MLP:
    """Made of neurons; biases that are drawn go back to zero."""

    def __init__(self, n_inputs, sizes, rng):
        widths = [n_inputs, *sizes]
        self.layers = [
            [Neuron(before, rng, bent=n < len(sizes) - 1) for _ in range(after)]
            for n, (before, after) in enumerate(zip(widths, widths[1:]))
        ]

    @property
    def weights(self):
        return tuple(tuple(neuron.w for neuron in layer) for layer in self.layers)

    @property
    def biases(self):
        return [[neuron.b for neuron in layer] for layer in self.layers]

    def __call__(self, x):
        out = list(x)
        for layer in self.layers:
            out = [neuron(out) for neuron in layer]
        return out

    def parameters(self):
        return [p for layer in self.layers for neuron in layer for p in (*neuron.w, neuron.b)]
