# mistake: none: weights and biases are NumPy arrays of objects, drawn at once, and the layers compute with @.
# loses: nothing
class MLP:
    def __init__(self, n_inputs, sizes, rng):
        make = np.vectorize(Value, otypes=[object])
        self.weights, self.biases = [], []
        for n in sizes:
            self.weights.append(make(rng.uniform(-1, 1, (n, n_inputs)).tolist()))
            self.biases.append(make(np.zeros(n).tolist()))
            n_inputs = n

    def __call__(self, x):
        a = np.array(list(x), dtype=object)
        for W, b in zip(self.weights[:-1], self.biases):
            a = np.array([z.tanh() for z in W @ a + b], dtype=object)
        return list(self.weights[-1] @ a + self.biases[-1])

    def parameters(self):
        return [p for array in (*self.weights, *self.biases) for p in array.ravel()]
