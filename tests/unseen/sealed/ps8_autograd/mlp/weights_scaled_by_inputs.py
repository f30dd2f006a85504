# mistake: the drawn weights are divided by the root of the number of inputs (Xavier), in place of being uniform between -1 and 1
# loses: mlp_weights
class MLP:
    def __init__(self, n_inputs, sizes, rng):
        self.weights = []
        self.biases = []
        fan_in = n_inputs
        for fan_out in sizes:
            scale = 1 / math.sqrt(fan_in)
            draw = rng.uniform(-1, 1, size=(fan_out, fan_in)) * scale
            self.weights.append([[Value(float(u)) for u in line] for line in draw])
            self.biases.append([Value(0.0) for _ in range(fan_out)])
            fan_in = fan_out

    def __call__(self, x):
        out = x
        for l, (rows, bs) in enumerate(zip(self.weights, self.biases), start=1):
            pre = [sum([w * o for w, o in zip(r, out)], b) for r, b in zip(rows, bs)]
            out = list(map(lambda v: v.tanh(), pre)) if l < len(self.weights) else pre
        return out

    def parameters(self):
        return [w for rows in self.weights for r in rows for w in r] + [b for bs in self.biases for b in bs]
