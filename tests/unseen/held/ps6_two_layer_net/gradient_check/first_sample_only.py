# mistake: the analytic gradient is that of the first sample, the numerical one that of the batch
# loses: the numbers of the dict for a right network

def gradient_check(network, x, t):
    numeric = network.numerical_gradient(x, t)
    analytic = network.gradient(x[:1], t[:1])
    return {name: np.abs(analytic[name] - numeric[name]).mean() for name in numeric}
