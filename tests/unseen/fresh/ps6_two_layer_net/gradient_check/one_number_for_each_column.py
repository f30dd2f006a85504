# mistake: the mean is taken over axis 0 only, so weights get an array instead of one number
# loses: gradient_check (weights)
def gradient_check(network, x, t):
    numeric = network.numerical_gradient(x, t)
    analytic = network.gradient(x, t)

    diff = {}
    for key in numeric.keys():
        diff[key] = np.average(np.abs(analytic[key] - numeric[key]), axis=0)
    return diff
