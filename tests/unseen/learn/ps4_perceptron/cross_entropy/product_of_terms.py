# mistake: the loss takes the logarithm of the sum t·a + (1 − t)(1 − a), which is right for targets 0 and 1 only.
# loses: loss
def binary_cross_entropy(output, target):
    likelihood = target * output + (1 - target) * (1 - output)
    return float(-np.log(np.maximum(likelihood, 1e-15)).sum())


def binary_cross_entropy_derivative(output, target):
    a = np.clip(output, 1e-15, 1 - 1e-15)
    return (1 - target) / (1 - a) - target / a
