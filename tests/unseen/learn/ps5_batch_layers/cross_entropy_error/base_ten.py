# mistake: the logarithm has base 10.
# loses: one_hot, labels
def cross_entropy_error(y, t):
    n = len(y)
    idx = t if t.ndim == 1 else t.argmax(axis=1)
    p = y[np.arange(n), idx]
    return -np.mean(np.log10(p + 1e-15))
