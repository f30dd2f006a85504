# mistake: log1p is used without changing its argument: log(1 + a) and log(2 − a).
# loses: loss, loss_safe
def binary_cross_entropy(output, target):
    return -np.sum(target * np.log1p(output) + (1 - target) * np.log1p(1 - output))


def binary_cross_entropy_derivative(output, target):
    aktiv = np.clip(output, 1e-12, 1 - 1e-12)
    return (1 - target) / (1 - aktiv) - target / aktiv
