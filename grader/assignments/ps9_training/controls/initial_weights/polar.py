def xavier(n_inputs, n_outputs, rng):
    """Box and Muller: two uniform numbers make a normal one."""
    u, w = rng.random((n_inputs, n_outputs)), rng.random((n_inputs, n_outputs))
    return np.sqrt(-2 * np.log(1 - u)) * np.cos(2 * np.pi * w) / np.sqrt(n_inputs)


def he(n_inputs, n_outputs, rng):
    return np.sqrt(2) * xavier(n_inputs, n_outputs, rng)
