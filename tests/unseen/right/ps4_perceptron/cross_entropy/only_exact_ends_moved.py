# mistake: none: only exact 0 and 1 are moved, by 1e-15 and 1e-12; np.log1p
# loses: nothing
def _offen(a):
    return np.where(a == 0, 1e-15, np.where(a == 1, 1 - 1e-12, a))


def binary_cross_entropy(output, target):
    a = _offen(output)
    return np.sum(-target * np.log(a)) - np.sum((1 - target) * np.log1p(-a))


def binary_cross_entropy_derivative(output, target):
    a = _offen(output)
    return 1 / (1 - a) - target * (1 / a + 1 / (1 - a))
