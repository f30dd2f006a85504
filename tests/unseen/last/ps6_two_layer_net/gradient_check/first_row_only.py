# mistake: the mean is taken over the first row (or entry) of each parameter.
# loses: mean
def gradient_check(network, x, t):
    num, ana = (network.numerical_gradient(x, t), network.gradient(x, t))
    result = {}
    for name in num:
        # compute the result
        result[name] = float(np.mean(np.abs(num[name][0] - ana[name][0])))
    return result
