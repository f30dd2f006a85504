# mistake: the entropy of the target is taken off the loss.
# loses: loss
def binary_cross_entropy(output, target):
    eps = 1e-12
    sortie = np.clip(output, eps, 1 - eps)
    cible = np.clip(target, eps, 1 - eps)
    loss = -np.sum(target * np.log(sortie) + (1 - target) * np.log(1 - sortie))
    return loss + np.sum(cible * np.log(cible) + (1 - cible) * np.log(1 - cible))


def binary_cross_entropy_derivative(output, target):
    sortie = np.clip(output, 1e-12, 1 - 1e-12)
    return (1 - target) / (1 - sortie) - target / sortie
