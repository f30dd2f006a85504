# mistake: the mean of each gradient is taken first and the two means are compared.
# loses: mean
def gradient_check(network, x, t):
    numeric = network.numerical_gradient(x, t)
    analytic = network.gradient(x, t)
    diffs = {}
    for name in ("W1", "b1", "W2", "b2"):
        diffs[name] = abs(np.mean(numeric[name]) - np.mean(analytic[name]))
    return diffs
