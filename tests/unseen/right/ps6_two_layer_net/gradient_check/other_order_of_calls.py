# mistake: none: analytic first, np.average of np.absolute, floats
# loses: nothing
def gradient_check(network, x, t):
    back = {k: np.array(v) for k, v in network.gradient(x, t).items()}
    trial = network.numerical_gradient(x, t)
    return dict((k, float(np.abs(np.subtract(back[k], trial[k])).sum() / trial[k].size)) for k in ("b2", "W2", "b1", "W1"))
