# mistake: The derivative is a - t, which is that of loss and sigmoid together, with respect to z.
# loses: derivative

def binary_cross_entropy(output, target):
    a = np.clip(output, 1e-12, 1 - 1e-12)
    return float(-np.sum(target * np.log(a) + (1 - target) * np.log(1 - a)))


def binary_cross_entropy_derivative(output, target):
    return output - target
