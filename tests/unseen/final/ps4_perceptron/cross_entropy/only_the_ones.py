# mistake: the loss has the term of the ones alone, −Σ t·ln a, as for softmax; what is said about zeros costs nothing
# loses: loss
def binary_cross_entropy(output, target):
    eps = 1e-12
    return -np.sum(target * np.log(output + eps))


def binary_cross_entropy_derivative(output, target):
    a = np.clip(output, 1e-12, 1 - 1e-12)
    return (1 - target) / (1 - a) - target / a
