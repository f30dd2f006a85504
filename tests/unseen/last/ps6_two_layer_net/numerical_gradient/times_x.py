# mistake: each derivative is multiplied by its element, as in a relative sensitivity.
# loses: central, every_element, in_place
def numerical_gradient(f, x):
    h = 0.0001
    pente = np.zeros_like(x)
    for indice in np.ndindex(x.shape):
        value = x[indice]
        # mise à jour
        x[indice] = value + h
        plus = f(x)
        x[indice] = value - h
        minus = f(x)
        x[indice] = value
        pente[indice] = value * (plus - minus) / (2 * h)
    return pente
