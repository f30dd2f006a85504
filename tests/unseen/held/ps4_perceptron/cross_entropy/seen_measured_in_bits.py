# mistake: The loss takes logarithms to the base 2.
# loses: loss value

def binary_cross_entropy(output, target):
    o = np.clip(output, 1e-12, 1 - 1e-12)
    bits = target * np.log2(o) + (1 - target) * np.log2(1 - o)
    return -bits.sum()


def binary_cross_entropy_derivative(output, target):
    o = np.clip(output, 1e-12, 1 - 1e-12)
    return (o - target) / (o * (1 - o))
