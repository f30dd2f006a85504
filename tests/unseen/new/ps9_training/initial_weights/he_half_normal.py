# mistake: he's draws are all positive.
# loses: he
def xavier(n_inputs, n_outputs, rng):
    std = np.sqrt(1 / n_inputs)
    return rng.normal(0.0, std, (n_inputs, n_outputs))


def he(n_inputs, n_outputs, rng):
    return np.abs(rng.standard_normal((n_inputs, n_outputs))) * np.sqrt(2 / n_inputs)
