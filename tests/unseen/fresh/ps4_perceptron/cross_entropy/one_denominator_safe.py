# mistake: a small constant guards the division by output but not that by 1 - output
# loses: cross_entropy: derivative_safe (at 1)
eps = 1e-10


def binary_cross_entropy(output, target):
    return -np.sum(target * np.log(output + eps) + (1 - target) * np.log(1 - output + eps))


def binary_cross_entropy_derivative(output, target):
    return -target / (output + eps) + (1 - target) / (1 - output)
