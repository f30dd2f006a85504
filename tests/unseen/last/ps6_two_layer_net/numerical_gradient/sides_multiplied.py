# mistake: the forward and the backward difference are combined by their product's root, with a sign.
# loses: central
def numerical_gradient(f, x):
    h = 1e-4
    grad = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        v = x[i]
        here = f(x)
        x[i] = v + h
        right = (f(x) - here) / h
        x[i] = v - h
        left = (here - f(x)) / h
        x[i] = v
        grad[i] = np.sqrt(abs(right * left))
    return grad
