# mistake: weights further out than one and a half deviations are set to that limit, which makes the deviation smaller and the ends pile up
# loses: initial_weights_xavier, initial_weights_he
def _truncated(std, shape, rng):
    w = std * rng.standard_normal(shape)
    return np.clip(w, -1.5 * std, 1.5 * std)


def xavier(n_inputs, n_outputs, rng):
    return _truncated((1 / n_inputs) ** 0.5, (n_inputs, n_outputs), rng)


def he(n_inputs, n_outputs, rng):
    return _truncated((2 / n_inputs) ** 0.5, (n_inputs, n_outputs), rng)
