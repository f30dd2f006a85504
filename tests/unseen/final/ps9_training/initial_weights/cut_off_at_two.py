# mistake: Numbers beyond two standard deviations are set to the border, so the numbers are not normal and their deviation is too small.
# loses: xavier he
def _normal(shape, deviation, rng):
    draws = rng.standard_normal(shape)
    draws = np.clip(draws, -2, 2)  # no wild ones
    return deviation * draws


def xavier(n_inputs, n_outputs, rng):
    return _normal((n_inputs, n_outputs), n_inputs**-0.5, rng)


def he(n_inputs, n_outputs, rng):
    return _normal((n_inputs, n_outputs), (2 / n_inputs) ** 0.5, rng)
