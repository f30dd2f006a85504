# mistake: he draws uniformly between ±√(6/n_inputs): the right deviation, but no normal distribution.
# loses: normality of he

def xavier(n_inputs, n_outputs, rng):
    return rng.standard_normal((n_inputs, n_outputs)) / np.sqrt(n_inputs)


def he(n_inputs, n_outputs, rng):
    grenze = np.sqrt(6.0 / n_inputs)
    return rng.uniform(-grenze, grenze, (n_inputs, n_outputs))
