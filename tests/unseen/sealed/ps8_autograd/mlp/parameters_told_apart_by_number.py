# mistake: parameters() removes what is there twice by the number, so that of all biases at 0.0 only one is left
# loses: mlp_parameters
class MLP:
    def __init__(self, n_inputs, sizes, rng):
        dims = [n_inputs, *sizes]
        self.weights = [[[Value(rng.uniform(-1, 1)) for _ in range(dims[l])] for _ in range(dims[l + 1])] for l in range(len(sizes))]
        self.biases = [[Value(0.0) for _ in range(n)] for n in sizes]

    def __call__(self, x):
        h = list(x)
        for W, b in zip(self.weights[:-1], self.biases[:-1]):
            h = [(sum(w * v for w, v in zip(row, h)) + bj).tanh() for row, bj in zip(W, b)]
        return [sum(w * v for w, v in zip(row, h)) + bj for row, bj in zip(self.weights[-1], self.biases[-1])]

    def parameters(self):
        every = [w for W in self.weights for row in W for w in row]
        every.extend(b for bs in self.biases for b in bs)
        once = {}
        for p in every:
            once[p.data] = p
        return list(once.values())
