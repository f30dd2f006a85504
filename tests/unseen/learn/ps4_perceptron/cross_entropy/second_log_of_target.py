# mistake: the loss's second term takes the logarithm of 1 − target, where 1 − output should stand, with the factor 1 − output.
# loses: loss, loss_safe
def binary_cross_entropy(output, target):
    e = 1e-12
    eins = target * np.log(output + e)
    zwei = (1 - output) * np.log(1 - target + e)
    return -np.sum(eins + zwei)


def binary_cross_entropy_derivative(output, target):
    o = np.clip(output, 1e-12, 1 - 1e-12)
    return (1 - target) / (1 - o) - target / o
