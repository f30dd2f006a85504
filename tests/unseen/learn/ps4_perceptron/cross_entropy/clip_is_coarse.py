# mistake: outputs are clipped to [0.1, 0.9], so the loss and its derivative are wrong for confident outputs.
# loses: loss, loss_safe, derivative, derivative_safe
def _safe(a):
    return np.clip(a, 0.1, 0.9)


def binary_cross_entropy(output, target):
    a = _safe(output)
    return -np.sum(target * np.log(a) + (1 - target) * np.log(1 - a))


def binary_cross_entropy_derivative(output, target):
    a = _safe(output)
    return (1 - target) / (1 - a) - target / a
