# mistake: the derivative is divided by the number of outputs, though the loss is a sum
# loses: derivative
def binary_cross_entropy(output, target):
    out = np.clip(output, 1e-10, 1 - 1e-10)
    losses = -(target * np.log(out) + (1 - target) * np.log(1 - out))
    return losses.sum()


def binary_cross_entropy_derivative(output, target):
    out = np.clip(output, 1e-10, 1 - 1e-10)
    return ((1 - target) / (1 - out) - target / out) / np.size(out)
