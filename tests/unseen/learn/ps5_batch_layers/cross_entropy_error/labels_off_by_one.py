# mistake: whole-number labels are taken to begin at 1.
# loses: labels
def cross_entropy_error(y, t):
    n = y.shape[0]
    if t.ndim == 1:
        p = y[np.arange(n), t - 1]
    else:
        p = np.sum(y * t, axis=1)
    return -np.mean(np.log(p + 1e-12))
