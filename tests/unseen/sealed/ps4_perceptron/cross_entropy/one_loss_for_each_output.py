# mistake: the sum runs along axis 1, so the loss is an array (n_outputs,) and not one number
# loses: loss
def binary_cross_entropy(output, target):
    delta = 1e-7
    return -np.sum(target * np.log(output + delta) + (1 - target) * np.log(1 - output + delta), axis=1)


def binary_cross_entropy_derivative(output, target):
    delta = 1e-7
    a = np.clip(output, delta, 1 - delta)
    return (1 - target) / (1 - a) - target / a
