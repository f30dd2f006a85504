# mistake: the absolute value is taken of the mean, so differences of both signs cancel
# loses: the numbers of the dict

def gradient_check(network, x, t):
    numeric = network.numerical_gradient(x, t)
    analytic = network.gradient(x, t)
    return {name: abs((analytic[name] - numeric[name]).mean()) for name in numeric}
