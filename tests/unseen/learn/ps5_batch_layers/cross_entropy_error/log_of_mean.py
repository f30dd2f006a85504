# mistake: the mean is taken inside the logarithm, of the probabilities.
# loses: one_hot, labels, mean
def cross_entropy_error(y, t):
    n = y.shape[0]
    if t.ndim == 2:
        t = t.argmax(axis=1)
    right = y[range(n), t]
    return -np.log(right.mean() + 1e-12)
