# mistake: Each gradient is averaged first and the means are compared, so differences of either sign cancel.
# loses: mean absolute difference

def gradient_check(network, x, t):
    numeric = network.numerical_gradient(x, t)
    analytic = network.gradient(x, t)
    return {name: float(abs(np.mean(analytic[name]) - np.mean(numeric[name]))) for name in numeric}
