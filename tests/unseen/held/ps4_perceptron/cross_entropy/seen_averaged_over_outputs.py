# mistake: The loss is averaged over the outputs, not summed.
# loses: loss for several outputs

EPS = 1e-12


def binary_cross_entropy(output, target):
    a = np.clip(output, EPS, 1 - EPS)
    terms = target * np.log(a) + (1 - target) * np.log(1 - a)
    return -np.mean(terms)


def binary_cross_entropy_derivative(output, target):
    a = np.clip(output, EPS, 1 - EPS)
    return (1 - target) / (1 - a) - target / a
