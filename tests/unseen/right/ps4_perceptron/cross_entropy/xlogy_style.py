# mistake: none: np.where around the logarithms and a constant of 1e-7, the derivative with guarded denominators
# loses: nothing
def binary_cross_entropy(output, target):
    eps = 1e-7
    return float(sum(-(t * np.log(a + eps) + (1 - t) * np.log(1 - a + eps)) for a, t in zip(output.flat, target.flat)))


def binary_cross_entropy_derivative(output, target):
    eps = 1e-7
    return (1 - target) / (1 - output + eps) - target / (output + eps)
