# mistake: he divides by the mean of inputs and outputs, √(4/(n_inputs + n_outputs)), where it is by the inputs alone.
# loses: he
def xavier(n_inputs, n_outputs, rng):
    return rng.normal(0.0, 1.0 / np.sqrt(n_inputs), size=(n_inputs, n_outputs))


def he(n_inputs, n_outputs, rng):
    fan = (n_inputs + n_outputs) / 2
    return rng.normal(0.0, np.sqrt(2.0 / fan), size=(n_inputs, n_outputs))
