# mistake: h = 1e-12: nearly all digits of the difference are rounding
# loses: central
def numerical_gradient(f, x):
    h = 1e-12
    gradient = np.zeros_like(x)
    it = np.nditer(x, flags=["multi_index"])
    while not it.finished:
        i = it.multi_index
        old = float(x[i])
        x[i] = old + h
        up = f(x)
        x[i] = old - h
        down = f(x)
        x[i] = old
        gradient[i] = (up - down) / (2 * h)
        it.iternext()
    return gradient
