# mistake: loss and derivative have the term for target 1 only, as with one-hot classes
# loses: cross_entropy: loss, derivative, derivative_safe (for targets below 1)
def binary_cross_entropy(output, target):
    return float(-np.sum(target * np.log(output + 1e-12)))


def binary_cross_entropy_derivative(output, target):
    return -target / (output + 1e-12)
