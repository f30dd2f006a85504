# mistake: For a single output the bare Value comes back in place of a list with one Value.
# loses: list for one output

class MLP:
    def __init__(self, n_inputs, sizes, rng):
        self.weights, self.biases = [], []
        for before, here in zip([n_inputs] + list(sizes), sizes):
            self.weights.append([[Value(rng.uniform(-1, 1)) for i in range(before)] for j in range(here)])
            self.biases.append([Value(0.0) for j in range(here)])

    def __call__(self, x):
        for l in range(len(self.weights)):
            out = []
            for j in range(len(self.weights[l])):
                z = self.biases[l][j]
                for i in range(len(x)):
                    z = z + self.weights[l][j][i] * x[i]
                if l != len(self.weights) - 1:
                    z = z.tanh()
                out.append(z)
            x = out
        return x[0] if len(x) == 1 else x

    def parameters(self):
        p = []
        for l in range(len(self.weights)):
            for row in self.weights[l]:
                p.extend(row)
            p.extend(self.biases[l])
        return p
