# mistake: the derivative of every output is the sum over all of them.
# loses: derivative, derivative_safe
def binary_cross_entropy(output, target):
    aktiv = np.clip(output, 1e-12, 1 - 1e-12)
    return -np.sum(target * np.log(aktiv) + (1 - target) * np.log(1 - aktiv))


def binary_cross_entropy_derivative(output, target):
    aktiv = np.clip(output, 1e-12, 1 - 1e-12)
    abl = (1 - target) / (1 - aktiv) - target / aktiv
    return np.full(abl.shape, abl.sum())
