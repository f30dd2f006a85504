# mistake: one mean is taken over all four parameters and given for each of them.
# loses: per_parameter, mean
def gradient_check(network, x, t):
    numeric = network.numerical_gradient(x, t)
    analytic = network.gradient(x, t)
    alle = np.concatenate([np.abs(numeric[k] - analytic[k]).ravel() for k in numeric])
    m = alle.mean()
    return {k: m for k in numeric}
