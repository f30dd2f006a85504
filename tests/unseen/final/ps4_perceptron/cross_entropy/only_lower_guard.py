# mistake: a tiny constant is added to a in both logarithms and fractions, 1 − (a + ε) at a = 1 is then negative: the loss is NaN there
# loses: loss_safe
def binary_cross_entropy(output, target):
    a = output + 1e-12
    return -np.sum(target * np.log(a) + (1 - target) * np.log(1 - a))


def binary_cross_entropy_derivative(output, target):
    a = np.clip(output, 1e-12, 1 - 1e-12)
    return (1 - target) / (1 - a) - target / a
