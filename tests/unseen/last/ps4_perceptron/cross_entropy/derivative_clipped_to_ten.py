# mistake: the derivative is clipped to [−10, 10].
# loses: derivative, derivative_safe
def binary_cross_entropy(output, target):
    sortie = np.clip(output, 1e-12, 1 - 1e-12)
    return -np.sum(target * np.log(sortie) + (1 - target) * np.log(1 - sortie))


def binary_cross_entropy_derivative(output, target):
    sortie = np.clip(output, 1e-12, 1 - 1e-12)
    return np.clip((sortie - target) / (sortie * (1 - sortie)), -10, 10)
