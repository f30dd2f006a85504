# mistake: Both draw evenly from an interval with the right standard deviation, where the numbers are to be normal.
# loses: xavier he
def _evenly(n_inputs, n_outputs, variance, rng):
    limit = np.sqrt(3 * variance)
    return rng.uniform(-limit, limit, size=(n_inputs, n_outputs))


def xavier(n_inputs, n_outputs, rng):
    return _evenly(n_inputs, n_outputs, 1 / n_inputs, rng)


def he(n_inputs, n_outputs, rng):
    return _evenly(n_inputs, n_outputs, 2 / n_inputs, rng)
