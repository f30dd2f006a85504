# mistake: the derivative is summed over the outputs into one number
# loses: cross_entropy: derivative (shape), derivative_safe
def binary_cross_entropy(output, target):
    a = np.clip(output, 1e-12, 1 - 1e-12)
    return -np.sum(target * np.log(a) + (1 - target) * np.log(1 - a))


def binary_cross_entropy_derivative(output, target):
    a = np.clip(output, 1e-12, 1 - 1e-12)
    # the loss is a sum, so is its derivative
    return np.sum((1 - target) / (1 - a) - target / a)
