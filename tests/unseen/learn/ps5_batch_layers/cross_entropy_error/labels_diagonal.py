# mistake: with whole-number labels, t[i] picks the sample and i the class, modulo the number of classes.
# loses: labels
def cross_entropy_error(y, t):
    n, c = y.shape
    if t.ndim == 1:
        p = np.array([y[t[i] % n, i % c] for i in range(n)])
    else:
        p = (y * t).sum(axis=1)
    return -np.log(p + 1e-12).sum() / n
