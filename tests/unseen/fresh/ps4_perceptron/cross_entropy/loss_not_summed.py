# mistake: the loss is returned as an array, one number for each output
# loses: cross_entropy: loss, loss_safe (not a number)
def binary_cross_entropy(output, target):
    o = np.clip(output, 1e-12, 1 - 1e-12)
    return -(target * np.log(o) + (1 - target) * np.log(1 - o))


def binary_cross_entropy_derivative(output, target):
    o = np.clip(output, 1e-12, 1 - 1e-12)
    return (o - target) / (o * (1 - o))
