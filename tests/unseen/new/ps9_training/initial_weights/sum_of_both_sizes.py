# mistake: xavier's variance is 2/(inputs + outputs).
# loses: xavier
def xavier(n_inputs, n_outputs, rng):
    std = np.sqrt(2 / (n_inputs + n_outputs))
    return rng.normal(0.0, std, (n_inputs, n_outputs))


def he(n_inputs, n_outputs, rng):
    return rng.standard_normal((n_inputs, n_outputs)) * np.sqrt(2 / n_inputs)
