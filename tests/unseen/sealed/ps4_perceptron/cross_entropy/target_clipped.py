# mistake: in the derivative the target is kept away from 0 and 1, not the output: still a division by 0
# loses: derivative_safe
def binary_cross_entropy(output, target):
    small = 1e-12
    safe = np.clip(output, small, 1 - small)
    return np.sum(-target * np.log(safe) - (1 - target) * np.log(1 - safe))


def binary_cross_entropy_derivative(output, target):
    small = 1e-12
    safe = np.clip(target, small, 1 - small)
    return (1 - safe) / (1 - output) - safe / output
