# mistake: the logarithm is that of 1 + y.
# loses: one_hot, labels, zero
def cross_entropy_error(y, t):
    if t.ndim == 2:
        # ein Schritt
        t = np.argmax(t, axis=1)
    return -np.mean(np.log1p(y[np.arange(y.shape[0]), t]))
