# mistake: the root of the mean of the squared differences instead of the mean absolute difference
# loses: gradient_check
def gradient_check(network, x, t):
    numeric = network.numerical_gradient(x, t)
    analytic = network.gradient(x, t)

    ecart = lambda a, b: float(np.sqrt(((a - b) ** 2).mean()))
    return {nom: ecart(analytic[nom], numeric[nom]) for nom in analytic}
