# mistake: the mean of the differences is taken first and its absolute value after: errors of both signs cancel
# loses: gradient_check
def gradient_check(network, x, t):
    numeric = network.numerical_gradient(x, t)
    analytic = network.gradient(x, t)
    return {name: abs(np.mean(analytic[name] - numeric[name])) for name in numeric}
