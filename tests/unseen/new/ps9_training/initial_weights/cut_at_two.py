# mistake: xavier's draws are cut off at one standard deviation.
# loses: xavier
def xavier(n_inputs, n_outputs, rng):
    std = np.sqrt(1 / n_inputs)
    return np.clip(rng.normal(0.0, std, (n_inputs, n_outputs)), -std, std)


def he(n_inputs, n_outputs, rng):
    return rng.standard_normal((n_inputs, n_outputs)) * np.sqrt(2 / n_inputs)
