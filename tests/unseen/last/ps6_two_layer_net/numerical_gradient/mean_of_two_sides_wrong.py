# mistake: the forward and the backward difference are added without halving their sum.
# loses: central, every_element, in_place
def numerical_gradient(f, x):
    h = 0.0001
    grad = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        v = x[i]
        here = f(x)
        x[i] = v + h
        right = (f(x) - here) / h
        x[i] = v - h
        left = (here - f(x)) / h
        x[i] = v
        grad[i] = right + left
    return grad
