# mistake: the step is 1e-4 times the value itself; an entry of exactly 0 gets no step and so the gradient 0
# loses: numerical_gradient
def numerical_gradient(f, x):
    """The gradient of f at x by central differences."""
    gradient = np.zeros_like(x)
    for index in np.ndindex(x.shape):
        value = x[index]
        h = 1e-4 * abs(value)
        if h == 0:
            continue
        x[index] = value + h
        fxh1 = f(x)
        x[index] = value - h
        fxh2 = f(x)
        x[index] = value
        gradient[index] = (fxh1 - fxh2) / (2 * h)
    return gradient
