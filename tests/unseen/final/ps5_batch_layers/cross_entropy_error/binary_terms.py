# mistake: the terms (1 − t)·ln(1 − y) of the binary cross-entropy are added
# loses: one_hot, labels
def cross_entropy_error(y, t):
    if np.ndim(t) == 1:
        t = np.eye(y.shape[1])[t]
    d = 1e-7
    return -np.sum(t * np.log(y + d) + (1 - t) * np.log(1 - y + d)) / len(y)
