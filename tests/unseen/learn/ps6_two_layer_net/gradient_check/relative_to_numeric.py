# mistake: the differences are divided by the numeric gradient before the mean.
# loses: mean
def gradient_check(network, x, t):
    num = network.numerical_gradient(x, t)
    ana = network.gradient(x, t)
    result = {}
    for key in num:
        result[key] = np.mean(np.abs(ana[key] - num[key]) / (np.abs(num[key]) + 1e-8))
    return result
