# mistake: the decimal logarithm of the mean is given.
# loses: per_parameter, mean
def gradient_check(network, x, t):
    num, ana = (network.numerical_gradient(x, t), network.gradient(x, t))
    return {k: np.log10(np.abs(num[k] - ana[k]).mean() + 1e-300) for k in num}
