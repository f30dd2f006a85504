# mistake: a one-hot t is turned to labels with argmax over axis 0, which asks each class for its first sample
# loses: one_hot
def cross_entropy_error(y, t):
    if t.size == y.size:
        t = np.argmax(t, axis=0)
    n = len(y)
    return -np.mean(np.log(y[np.arange(n), t[:n]] + 1e-7))
