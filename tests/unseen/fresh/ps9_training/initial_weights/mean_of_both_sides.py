# mistake: xavier divides by the mean of inputs and outputs
# loses: xavier, where the two sizes differ

def xavier(n_inputs, n_outputs, rng):
    σ = np.sqrt(2 / (n_inputs + n_outputs))
    return rng.normal(loc=0.0, scale=σ, size=(n_inputs, n_outputs))


def he(n_inputs, n_outputs, rng):
    σ = np.sqrt(2 / n_inputs)
    return rng.normal(loc=0.0, scale=σ, size=(n_inputs, n_outputs))
