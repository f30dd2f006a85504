# mistake: the root of the mean square is given, not the mean of the absolute differences.
# loses: mean
def gradient_check(network, x, t):
    numeric, analytic = network.numerical_gradient(x, t), network.gradient(x, t)
    return {k: float(np.sqrt(np.mean((analytic[k] - numeric[k]) ** 2))) for k in analytic}
