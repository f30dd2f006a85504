# mistake: One column of weights is drawn and repeated for every neuron, so that all neurons begin the same.
# loses: xavier he
def _column(n_inputs, n_outputs, deviation, rng):
    column = rng.normal(0, deviation, (n_inputs, 1))
    return np.repeat(column, n_outputs, axis=1)


def xavier(n_inputs, n_outputs, rng):
    return _column(n_inputs, n_outputs, np.sqrt(1 / n_inputs), rng)


def he(n_inputs, n_outputs, rng):
    return _column(n_inputs, n_outputs, np.sqrt(2 / n_inputs), rng)
