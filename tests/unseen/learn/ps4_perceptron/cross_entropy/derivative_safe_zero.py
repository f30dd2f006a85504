# mistake: where an output is exactly 0 or 1 its derivative is set to 0.
# loses: derivative_safe
def binary_cross_entropy(output, target):
    a = np.clip(output, 1e-12, 1 - 1e-12)
    return -np.sum(target * np.log(a) + (1 - target) * np.log(1 - a))


def binary_cross_entropy_derivative(output, target):
    res = np.zeros(output.shape)
    ok = (output != 0) & (output != 1)
    res[ok] = (1 - target[ok]) / (1 - output[ok]) - target[ok] / output[ok]
    return res
