# mistake: the derivative is clipped to ±10, so answers worse than 0.1 complain no louder
# loses: derivative, derivative_safe
def binary_cross_entropy(output, target):
    a = np.clip(output, 1e-12, 1 - 1e-12)
    return -np.sum(target * np.log(a) + (1 - target) * np.log(1 - a))


def binary_cross_entropy_derivative(output, target):
    a = np.clip(output, 1e-12, 1 - 1e-12)
    return np.clip((1 - target) / (1 - a) - target / a, -10, 10)
