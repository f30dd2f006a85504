# mistake: the loss uses the logarithm to base 2
# loses: loss
EPS = 1e-12


def binary_cross_entropy(output, target):
    a = np.clip(output, EPS, 1 - EPS)
    return float(-np.sum(target * np.log2(a) + (1 - target) * np.log2(1 - a)))


def binary_cross_entropy_derivative(output, target):
    a = np.clip(output, EPS, 1 - EPS)
    return (1 - target) / (1 - a) - target / a
