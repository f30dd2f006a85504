# mistake: the second term of the loss has target where 1 − target should stand.
# loses: loss, loss_safe
def binary_cross_entropy(output, target):
    sortie = np.clip(output, 1e-12, 1 - 1e-12)
    return -np.sum(target * np.log(sortie) + target * np.log(1 - sortie))


def binary_cross_entropy_derivative(output, target):
    sortie = np.clip(output, 1e-12, 1 - 1e-12)
    return (1 - target) / (1 - sortie) - target / sortie
