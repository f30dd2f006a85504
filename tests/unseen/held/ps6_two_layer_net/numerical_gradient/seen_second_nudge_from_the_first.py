# mistake: The way down takes h off the value nudged up, which leads back to x, so the difference of f(x + h) and f(x) is divided by 2h.
# loses: values

def numerical_gradient(f, x):
    h = 1e-4
    gradient = np.zeros_like(x)
    it = np.nditer(x, flags=["multi_index"])
    while not it.finished:
        i = it.multi_index
        before = float(x[i])
        x[i] += h
        f1 = f(x)
        x[i] -= h
        f2 = f(x)
        gradient[i] = (f1 - f2) / (2 * h)
        x[i] = before
        it.iternext()
    return gradient
