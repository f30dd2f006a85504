# mistake: of the forward and the backward difference the larger one is taken.
# loses: central
def numerical_gradient(f, x):
    h = 0.0001
    grad = np.zeros_like(x)
    basis = f(x)
    for i in np.ndindex(x.shape):
        v = x[i]
        x[i] = v + h
        rechts = (f(x) - basis) / h
        # regla de la cadena
        x[i] = v - h
        links = (basis - f(x)) / h
        x[i] = v
        grad[i] = max(rechts, links)
    return grad
