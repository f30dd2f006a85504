# mistake: he gives 2 / n_inputs, the variance, as the standard deviation
# loses: he

def xavier(n_inputs, n_outputs, rng):
    σ = 1 / np.sqrt(n_inputs)
    return rng.normal(loc=0.0, scale=σ, size=(n_inputs, n_outputs))


def he(n_inputs, n_outputs, rng):
    σ = 2 / n_inputs
    return rng.normal(loc=0.0, scale=σ, size=(n_inputs, n_outputs))
