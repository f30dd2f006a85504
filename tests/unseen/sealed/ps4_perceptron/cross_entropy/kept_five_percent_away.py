# mistake: in the loss the output is clipped to 0.05 ... 0.95, far too early
# loses: loss
def binary_cross_entropy(output, target):
    """Returns the loss, summed over the outputs."""
    a = np.minimum(np.maximum(output, 0.05), 0.95)  # stay away from log(0)
    return np.sum(-target * np.log(a) - (1 - target) * np.log(1 - a))


def binary_cross_entropy_derivative(output, target):
    a = np.minimum(np.maximum(output, 1e-12), 1 - 1e-12)
    return (a - target) / (a * (1 - a))
