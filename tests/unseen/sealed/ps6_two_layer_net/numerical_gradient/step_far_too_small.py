# mistake: h is 1e-14, as small as possible: the difference drowns in rounding
# loses: numerical_gradient
def numerical_gradient(f, x):
    h = 1e-14  # the limit is h -> 0
    gradient = np.zeros_like(x)
    it = np.nditer(x, flags=["multi_index"])
    while not it.finished:
        idx = it.multi_index
        tmp = float(x[idx])
        x[idx] = tmp + h
        a = f(x)
        x[idx] = tmp - h
        b = f(x)
        x[idx] = tmp
        gradient[idx] = (a - b) / (2 * h)
        it.iternext()
    return gradient
