# mistake: the root of the mean square is returned instead of the mean absolute difference
# loses: the numbers of the dict

def gradient_check(network, x, t):
    numeric = network.numerical_gradient(x, t)
    analytic = network.gradient(x, t)
    return {name: np.sqrt(np.mean((analytic[name] - numeric[name]) ** 2)) for name in numeric}
