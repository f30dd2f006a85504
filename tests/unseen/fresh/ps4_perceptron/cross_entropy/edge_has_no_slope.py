# mistake: the derivative is 0 wherever the output is exactly 0 or 1
# loses: cross_entropy: derivative_safe (at 0 and 1 it points nowhere)
def binary_cross_entropy(output, target):
    a = np.clip(output, 1e-12, 1 - 1e-12)
    return np.sum(-target * np.log(a) - (1 - target) * np.log(1 - a))


def binary_cross_entropy_derivative(output, target):
    derivee = np.zeros(output.shape)
    ok = (output > 0) & (output < 1)      # ailleurs on diviserait par zéro
    derivee[ok] = (1 - target[ok]) / (1 - output[ok]) - target[ok] / output[ok]
    return derivee
