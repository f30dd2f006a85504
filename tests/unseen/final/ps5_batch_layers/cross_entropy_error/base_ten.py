# mistake: np.log10 in place of the natural logarithm
# loses: one_hot, labels
def cross_entropy_error(y, t):
    N = y.shape[0]
    if t.ndim == 2:
        t = t.argmax(axis=1)
    return -np.sum(np.log10(y[np.arange(N), t] + 1e-7)) / N
