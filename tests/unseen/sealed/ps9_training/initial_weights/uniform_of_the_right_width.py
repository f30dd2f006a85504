# mistake: both draw uniformly, with limits chosen so that the deviation is right; the weights aren't normal
# loses: initial_weights_xavier, initial_weights_he (normality)
def xavier(n_inputs, n_outputs, rng):
    limit = np.sqrt(3 / n_inputs)
    return rng.uniform(-limit, limit, (n_inputs, n_outputs))


def he(n_inputs, n_outputs, rng):
    limit = np.sqrt(6 / n_inputs)
    return rng.uniform(-limit, limit, (n_inputs, n_outputs))
