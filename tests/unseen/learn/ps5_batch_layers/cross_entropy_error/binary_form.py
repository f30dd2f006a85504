# mistake: the terms (1 − t)·log(1 − y) of the binary cross-entropy are added.
# loses: one_hot, labels
def cross_entropy_error(y, t):
    if t.ndim == 1:
        t = np.eye(y.shape[1])[t]
    e = 1e-12
    return -np.sum(t * np.log(y + e) + (1 - t) * np.log(1 - y + e)) / y.shape[0]
