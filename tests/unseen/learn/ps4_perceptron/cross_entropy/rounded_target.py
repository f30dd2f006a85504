# mistake: the target is rounded to 0 or 1 before the loss is taken.
# loses: loss
def binary_cross_entropy(output, target):
    t = np.round(target)
    a = np.clip(output, 1e-12, 1 - 1e-12)
    return -np.sum(t * np.log(a) + (1 - t) * np.log(1 - a))


def binary_cross_entropy_derivative(output, target):
    a = np.clip(output, 1e-12, 1 - 1e-12)
    return (1 - target) / (1 - a) - target / a
