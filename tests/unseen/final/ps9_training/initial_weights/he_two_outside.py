# mistake: In he the 2 stands outside the root: the standard deviation is 2/√n_inputs, twice Xavier's.
# loses: he
def xavier(n_inputs, n_outputs, rng):
    return rng.standard_normal((n_inputs, n_outputs)) / np.sqrt(n_inputs)


def he(n_inputs, n_outputs, rng):
    return 2 * xavier(n_inputs, n_outputs, rng)
