# mistake: the derivative is a central difference of the whole loss with a nudge of 0.05.
# loses: derivative, derivative_safe
def binary_cross_entropy(output, target):
    sortie = np.clip(output, 1e-12, 1 - 1e-12)
    return -np.sum(target * np.log(sortie) + (1 - target) * np.log(1 - sortie))


def binary_cross_entropy_derivative(output, target):
    h = 0.05
    deriv = np.zeros(output.shape)
    for i in np.ndindex(output.shape):
        # mise à jour
        haut, bas = (output.copy(), output.copy())
        haut[i] += h
        bas[i] -= h
        deriv[i] = (binary_cross_entropy(haut, target) - binary_cross_entropy(bas, target)) / (2 * h)
    return deriv
