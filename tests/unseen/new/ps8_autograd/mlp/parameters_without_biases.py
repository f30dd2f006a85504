# mistake: parameters leaves the biases out.
# loses: parameters
class MLP:
    def __init__(self, n_inputs, sizes, rng):
        widths = [n_inputs] + list(sizes)
        self.weights, self.biases = ([], [])
        for before, after in zip(widths, widths[1:]):
            self.weights.append([[Value(float(rng.uniform(-1, 1))) for _ in range(before)] for _ in range(after)])
            self.biases.append([Value(0.0) for _ in range(after)])

    def __call__(self, inputs):
        sortie = list(inputs)
        last = len(self.weights) - 1
        for l, (couche, bias) in enumerate(zip(self.weights, self.biases)):
            z = []
            for row, b in zip(couche, bias):
                somme = b
                for w, x in zip(row, sortie):
                    somme = somme + w * x
                z.append(somme)
            sortie = z if l == last else [v.tanh() for v in z]
        return sortie

    def parameters(self):
        found = []
        for couche, bias in zip(self.weights, self.biases):
            for row in couche:
                found.extend(row)
        return found
