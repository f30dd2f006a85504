# mistake: the guard is subtracted below, 1 - a - eps, which is negative at a = 1: the derivative there points the wrong way
# loses: derivative_safe
eps = 1e-9


def binary_cross_entropy(output, target):
    loss = 0.0
    for a, t in zip(np.ravel(output), np.ravel(target)):
        a = min(max(a, eps), 1 - eps)
        loss -= t * np.log(a) + (1 - t) * np.log(1 - a)
    return loss


def binary_cross_entropy_derivative(output, target):
    return (1 - target) / (1 - output - eps) - target / (output + eps)
