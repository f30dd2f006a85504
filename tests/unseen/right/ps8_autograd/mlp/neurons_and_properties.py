# mistake: none: neurons as objects of a class of their own, weights and biases as properties.
# loses: nothing
class _Neuron:
    def __init__(self, n, rng, linear):
        self.w = [Value(rng.uniform(-1, 1)) for _ in range(n)]
        self.b, self.linear = Value(0.0), linear

    def __call__(self, x):
        z = self.b
        for w, a in zip(self.w, x):
            z = z + w * a
        return z if self.linear else z.tanh()


class MLP:
    def __init__(self, n_inputs, sizes, rng):
        ins = (n_inputs, *sizes)
        self._layers = [[_Neuron(n, rng, l == len(sizes) - 1) for _ in range(m)] for l, (n, m) in enumerate(zip(ins, sizes))]

    @property
    def weights(self):
        return [[n.w for n in layer] for layer in self._layers]

    @property
    def biases(self):
        return [[n.b for n in layer] for layer in self._layers]

    def __call__(self, x):
        for layer in self._layers:
            x = [neuron(x) for neuron in layer]
        return x

    def parameters(self):
        return [p for layer in self._layers for n in layer for p in (n.b, *n.w)]
