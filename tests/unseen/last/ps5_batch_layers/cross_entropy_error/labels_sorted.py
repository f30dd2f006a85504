# mistake: whole-number labels are sorted before they pick.
# loses: labels
def cross_entropy_error(y, t):
    n = y.shape[0]
    if t.ndim == 2:
        idx = t.argmax(axis=1)
    else:
        idx = np.sort(t)
    return -np.sum(np.log(y[np.arange(n), idx] + 1e-12)) / n
