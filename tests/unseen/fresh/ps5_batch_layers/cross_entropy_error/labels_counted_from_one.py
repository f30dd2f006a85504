# mistake: whole-number labels are taken to begin at 1: y[n, t - 1]
# loses: cross_entropy_error: labels
def cross_entropy_error(y, t):
    n = y.shape[0]
    if t.ndim == 1:
        p = y[np.arange(n), t - 1]
    else:
        p = np.sum(y * t, axis=1)
    return -np.sum(np.log(p + 1e-12)) / n
