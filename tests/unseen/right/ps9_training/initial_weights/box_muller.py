# mistake: none: normal numbers made of even ones by Box and Muller.
# loses: nothing
def _normal(rows, columns, deviation, rng):
    u, v = 1 - rng.random((rows, columns)), rng.random((rows, columns))
    return deviation * np.sqrt(-2 * np.log(u)) * np.cos(2 * np.pi * v)


def xavier(n_inputs, n_outputs, rng):
    return _normal(n_inputs, n_outputs, 1 / np.sqrt(n_inputs), rng)


def he(n_inputs, n_outputs, rng):
    return _normal(n_inputs, n_outputs, np.sqrt(2) / np.sqrt(n_inputs), rng)
