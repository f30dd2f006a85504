# mistake: The biases of a layer are [Value(0.0)] * n, one and the same Value n times, so all its neurons share it.
# loses: answer gradients parameters
class MLP:
    def __init__(self, n_inputs, sizes, rng):
        n = [n_inputs] + list(sizes)
        self.weights = [
            [[Value(rng.uniform(-1, 1)) for i in range(n[l])] for j in range(n[l + 1])] for l in range(len(sizes))
        ]
        self.biases = [[Value(0.0)] * n[l + 1] for l in range(len(sizes))]

    def __call__(self, x):
        last = len(self.weights) - 1
        for l in range(last + 1):
            out = []
            for j in range(len(self.weights[l])):
                z = self.biases[l][j]
                for i in range(len(x)):
                    z = z + self.weights[l][j][i] * x[i]
                out.append(z if l == last else z.tanh())
            x = out
        return x

    def parameters(self):
        found = []
        for l in range(len(self.weights)):
            for row in self.weights[l]:
                found.extend(row)
            found.extend(self.biases[l])
        return found
