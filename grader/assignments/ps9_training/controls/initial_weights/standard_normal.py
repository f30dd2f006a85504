def xavier(n_inputs, n_outputs, rng):
    return rng.standard_normal((n_inputs, n_outputs)) / np.sqrt(n_inputs)


def he(n_inputs, n_outputs, rng):
    return xavier(n_inputs, n_outputs, rng) * 2**0.5
