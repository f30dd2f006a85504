# mistake: the median of the absolute differences is given.
# loses: mean
def gradient_check(network, x, t):
    n = network.numerical_gradient(x, t)
    a = network.gradient(x, t)
    return {name: np.median(np.abs(n[name] - a[name])) for name in n}
