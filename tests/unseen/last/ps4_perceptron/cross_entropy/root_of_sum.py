# mistake: the loss of several outputs is the root of the sum of their squares.
# loses: loss
def binary_cross_entropy(output, target):
    salida = np.clip(output, 1e-12, 1 - 1e-12)
    each = -(target * np.log(salida) + (1 - target) * np.log(1 - salida))
    return float(np.linalg.norm(each))


def binary_cross_entropy_derivative(output, target):
    salida = np.clip(output, 1e-12, 1 - 1e-12)
    return (1 - target) / (1 - salida) - target / salida
