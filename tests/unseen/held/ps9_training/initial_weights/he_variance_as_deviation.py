# mistake: he uses the variance 2/n_inputs as the standard deviation
# loses: the deviation of he

def xavier(n_inputs, n_outputs, rng):
    return rng.normal(0.0, np.sqrt(1 / n_inputs), size=(n_inputs, n_outputs))


def he(n_inputs, n_outputs, rng):
    return rng.normal(0.0, 2 / n_inputs, size=(n_inputs, n_outputs))
