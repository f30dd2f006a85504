def _normal(deviation, n_inputs, n_outputs, rng):
    columns = [[rng.normal(scale=deviation) for _ in range(n_inputs)] for _ in range(n_outputs)]
    return np.array(columns).T


# %%
def xavier(n_inputs, n_outputs, rng):
    return _normal(n_inputs**-0.5, n_inputs, n_outputs, rng)


def he(n_inputs, n_outputs, rng):
    return _normal((2 / n_inputs) ** 0.5, n_inputs, n_outputs, rng)
