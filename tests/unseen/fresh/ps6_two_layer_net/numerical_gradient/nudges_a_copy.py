# mistake: a copy of x is nudged and handed to f, so an f that looks at x itself sees no change
# loses: numerical_gradient: in place (an f that looks at x itself)
def numerical_gradient(f, x):
    h = 1e-4
    gradient = np.zeros_like(x)

    it = np.nditer(x, flags=["multi_index"])
    for _ in it:
        i = it.multi_index
        x_plus = x.copy()
        x_minus = x.copy()
        x_plus[i] += h
        x_minus[i] -= h
        gradient[i] = (f(x_plus) - f(x_minus)) / (2 * h)

    return gradient
