# mistake: the loss takes log10 instead of the natural logarithm
# loses: cross_entropy: loss
EPSILON = 1e-12

def binary_cross_entropy(output, target):
    a = np.clip(output, EPSILON, 1.0 - EPSILON)
    verlust = target * np.log10(a) + (1 - target) * np.log10(1 - a)
    return -verlust.sum()


def binary_cross_entropy_derivative(output, target):
    a = np.clip(output, EPSILON, 1.0 - EPSILON)
    return (1 - target) / (1 - a) - target / a
