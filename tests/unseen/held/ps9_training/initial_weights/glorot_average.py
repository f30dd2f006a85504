# mistake: xavier divides by the mean of inputs and outputs, as Glorot does, instead of by the inputs
# loses: the deviation of xavier where the two differ

def _gauss(n_inputs, n_outputs, rng, breite):
    return breite * rng.standard_normal((n_inputs, n_outputs))


def xavier(n_inputs, n_outputs, rng):
    return _gauss(n_inputs, n_outputs, rng, ((n_inputs + n_outputs) / 2) ** -0.5)


def he(n_inputs, n_outputs, rng):
    return _gauss(n_inputs, n_outputs, rng, (n_inputs / 2) ** -0.5)
