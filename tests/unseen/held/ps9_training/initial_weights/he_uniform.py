# mistake: he draws uniformly, with the right deviation, instead of normally
# loses: normality of he

def xavier(n_inputs, n_outputs, rng):
    return rng.normal(0.0, np.sqrt(1 / n_inputs), size=(n_inputs, n_outputs))


def he(n_inputs, n_outputs, rng):
    return rng.uniform(-np.sqrt(6 / n_inputs), np.sqrt(6 / n_inputs), size=(n_inputs, n_outputs))
