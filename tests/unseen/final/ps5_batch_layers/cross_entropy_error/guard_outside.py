# mistake: the constant stands outside of the logarithm, ln(y) + 1e-7: infinite or NaN at y = 0
# loses: zero
def cross_entropy_error(y, t):
    N = len(y)
    if t.ndim == 1:
        return -np.sum(np.log(y[np.arange(N), t]) + 1e-7) / N
    return -np.sum(t * (np.log(y) + 1e-7)) / N
