# mistake: y is kept above 1e-2 before the logarithm: no loss is larger than 4.6
# loses: zero
def cross_entropy_error(y, t):
    p = (y * t).sum(axis=1) if t.ndim == 2 else y[np.arange(len(t)), t]
    return -np.log(np.maximum(p, 1e-2)).mean()
