# mistake: the derivative multiplies by a(1 − a) where it should divide.
# loses: derivative, derivative_safe
def binary_cross_entropy(output, target):
    salida = np.clip(output, 1e-12, 1 - 1e-12)
    return -np.sum(target * np.log(salida) + (1 - target) * np.log(1 - salida))


def binary_cross_entropy_derivative(output, target):
    return (output - target) * output * (1 - output)
