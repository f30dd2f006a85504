# mistake: the loss has the term of target 1 only, as with softmax; outputs with target 0 cost nothing
# loses: loss
def binary_cross_entropy(output, target):
    return -np.sum(target * np.log(output + 1e-12))


def binary_cross_entropy_derivative(output, target):
    o = np.clip(output, 1e-12, 1 - 1e-12)
    return (1 - target) / (1 - o) - target / o
