# mistake: the derivative is guarded at 0 and not at 1
# loses: the derivative at an output of 1

def binary_cross_entropy(output, target):
    a = np.clip(output, 1e-12, 1 - 1e-12)
    return -np.sum(target * np.log(a) + (1 - target) * np.log(1 - a))


def binary_cross_entropy_derivative(output, target):
    a = np.maximum(output, 1e-12)
    return (1 - target) / (1 - a) - target / a
