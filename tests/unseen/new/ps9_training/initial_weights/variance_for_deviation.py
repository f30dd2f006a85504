# mistake: he's variance stands in the place of its standard deviation.
# loses: he
def xavier(n_inputs, n_outputs, rng):
    std = np.sqrt(1 / n_inputs)
    return rng.normal(0.0, std, (n_inputs, n_outputs))


def he(n_inputs, n_outputs, rng):
    return rng.standard_normal((n_inputs, n_outputs)) * (2 / n_inputs)
