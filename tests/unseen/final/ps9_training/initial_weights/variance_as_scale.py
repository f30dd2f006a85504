# mistake: xavier hands the variance 1/n_inputs to rng.normal as its scale, where the standard deviation √(1/n_inputs) belongs.
# loses: xavier
def xavier(n_inputs, n_outputs, rng):
    return rng.normal(0, 1 / n_inputs, (n_inputs, n_outputs))


def he(n_inputs, n_outputs, rng):
    return rng.normal(0, np.sqrt(2 / n_inputs), (n_inputs, n_outputs))
