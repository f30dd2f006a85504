# mistake: the root of the mean squared difference is returned, not the mean absolute one
# loses: gradient_check
def rms(v):
    return float(np.sqrt(np.mean(np.square(v))))


def gradient_check(network, x, t):
    """How far the two gradients of a network are apart, on one batch."""
    analytic = network.gradient(x, t)
    numeric = network.numerical_gradient(x, t)
    out = {}
    for key in analytic.keys():
        out[key] = rms(analytic[key] - numeric[key])
    return out
