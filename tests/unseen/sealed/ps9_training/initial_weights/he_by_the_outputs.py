# mistake: he takes the number of outputs under the root ("fan out"), not of inputs; xavier is right
# loses: initial_weights_he
def xavier(n_inputs, n_outputs, rng):
    return rng.normal(0.0, np.sqrt(1.0 / n_inputs), size=(n_inputs, n_outputs))


def he(n_inputs, n_outputs, rng):
    return rng.normal(0.0, np.sqrt(2.0 / n_outputs), size=(n_inputs, n_outputs))
