# mistake: the weights of one neuron are drawn and repeated for all the others, so that all neurons begin alike
# loses: initial_weights_xavier, initial_weights_he (numbers that aren't drawn on their own)
def xavier(n_inputs, n_outputs, rng):
    spalte = rng.normal(scale=1 / np.sqrt(n_inputs), size=(n_inputs, 1))
    return np.tile(spalte, (1, n_outputs))


def he(n_inputs, n_outputs, rng):
    return np.sqrt(2) * xavier(n_inputs, n_outputs, rng)
