class MLP:
    def __init__(self, n_inputs, sizes, rng):
        shapes = list(zip(sizes, [n_inputs] + list(sizes)))
        drawn = [[[Value(rng.uniform(-1, 1)) for i in range(m)] for j in range(n)] for n, m in shapes[::-1]]
        self.weights, self.biases = drawn[::-1], [[Value(0) for j in range(n)] for n in sizes]

    def __call__(self, x):
        x = [xi if isinstance(xi, Value) else Value(xi) for xi in x]
        *hidden, last = zip(self.weights, self.biases)
        for layer in hidden:
            x = [z.tanh() for z in self.sums(layer, x)]
        return self.sums(last, x)

    def sums(self, layer, x):
        return [b + sum(w * xi for w, xi in zip(row, x)) for row, b in zip(*layer)]

    def parameters(self):
        return sum((sum(layer, []) for layer in self.weights), []) + sum(self.biases, [])
