# mistake: the sum of the differences is divided by the number of rows only, not of all entries.
# loses: mean
def gradient_check(network, x, t):
    numeric = network.numerical_gradient(x, t)
    analytic = network.gradient(x, t)
    out = {}
    for k, v in numeric.items():
        out[k] = np.sum(np.abs(v - analytic[k])) / len(v)
    return out
