# mistake: the last layer is bent by tanh like the others.
# loses: answer, gradients
class MLP:
    def __init__(self, n_inputs, sizes, rng):
        widths = [n_inputs] + list(sizes)
        self.weights, self.biases = ([], [])
        for before, after in zip(widths, widths[1:]):
            self.weights.append([[Value(float(rng.uniform(-1, 1))) for _ in range(before)] for _ in range(after)])
            self.biases.append([Value(0.0) for _ in range(after)])

    def __call__(self, inputs):
        salida = list(inputs)
        last = len(self.weights) - 1
        for l, (capa, bias) in enumerate(zip(self.weights, self.biases)):
            z = []
            for row, b in zip(capa, bias):
                # regla de la cadena
                suma = b
                for w, x in zip(row, salida):
                    suma = suma + w * x
                z.append(suma)
            salida = [v.tanh() for v in z]
        return salida

    def parameters(self):
        found = []
        for capa, bias in zip(self.weights, self.biases):
            for row in capa:
                found.extend(row)
            found.extend(bias)
        return found
