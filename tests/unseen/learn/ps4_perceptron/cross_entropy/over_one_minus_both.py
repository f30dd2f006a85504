# mistake: the derivative has a common denominator 1 − a under both terms: (1 − t)/(1 − a) − t/(1 − a).
# loses: derivative, derivative_safe
EPS = 1e-12


def binary_cross_entropy(output, target):
    a = np.clip(output, EPS, 1 - EPS)
    return float(-np.sum(target * np.log(a) + (1 - target) * np.log(1 - a)))


def binary_cross_entropy_derivative(output, target):
    a = np.clip(output, EPS, 1 - EPS)
    return (1 - target) / (1 - a) - target / (1 - a)
