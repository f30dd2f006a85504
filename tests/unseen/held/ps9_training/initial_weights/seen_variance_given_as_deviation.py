# mistake: xavier gives the variance 1/n_inputs to the generator, which asks for the standard deviation.
# loses: deviation of xavier

def xavier(n_inputs, n_outputs, rng):
    return rng.normal(0.0, 1 / n_inputs, size=(n_inputs, n_outputs))


def he(n_inputs, n_outputs, rng):
    return rng.normal(0.0, np.sqrt(2 / n_inputs), size=(n_inputs, n_outputs))
