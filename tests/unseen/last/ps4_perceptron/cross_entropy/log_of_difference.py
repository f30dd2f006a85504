# mistake: the loss takes the logarithm of 1 − |t − a|, which is right only for targets 0 and 1.
# loses: loss
def binary_cross_entropy(output, target):
    abstand = np.abs(target - output)
    return float(np.sum(-np.log(np.maximum(1 - abstand, 1e-12))))


def binary_cross_entropy_derivative(output, target):
    aktiv = np.clip(output, 1e-12, 1 - 1e-12)
    return (aktiv - target) / (aktiv * (1 - aktiv))
