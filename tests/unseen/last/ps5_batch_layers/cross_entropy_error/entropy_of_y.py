# mistake: the entropy of y is computed; t isn't used.
# loses: one_hot, labels, mean, zero
def cross_entropy_error(y, t):
    n = y.shape[0]
    h = -np.sum(y * np.log(y + 1e-12), axis=1)
    return h.sum() / n
