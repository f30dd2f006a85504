# mistake: a margin of 1e-3 in the loss, and np.clip with out=output writes it into the caller's array
# loses: loss_safe
def binary_cross_entropy(output, target):
    np.clip(output, 1e-3, 1 - 1e-3, out=output)
    return -np.sum(target * np.log(output) + (1 - target) * np.log(1 - output))


def binary_cross_entropy_derivative(output, target):
    a = np.clip(output, 1e-12, 1 - 1e-12)
    return (1 - target) / (1 - a) - target / a
