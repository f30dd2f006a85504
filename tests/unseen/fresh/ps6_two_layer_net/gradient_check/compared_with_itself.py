# mistake: both dicts come from network.gradient, so every difference is 0
# loses: gradient_check
def gradient_check(network, x, t):
    numeric = network.gradient(x, t)
    analytic = network.gradient(x, t)

    return {name: np.mean(np.abs(numeric[name] - analytic[name])) for name in numeric}
