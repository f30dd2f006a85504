# mistake: the mean is taken over those elements only whose numerical gradient isn't 0
# loses: gradient_check
def gradient_check(network, x, t):
    numeric = network.numerical_gradient(x, t)
    analytic = network.gradient(x, t)
    diff = {}
    for k, num in numeric.items():
        used = num != 0  # dead units say nothing
        d = np.abs(analytic[k] - num)[used]
        diff[k] = float(d.mean()) if used.any() else 0.0
    return diff
