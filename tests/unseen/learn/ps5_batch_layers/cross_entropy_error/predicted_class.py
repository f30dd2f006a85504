# mistake: the probability of the class with the largest y is taken, not that of the true class.
# loses: one_hot, labels, mean, zero
def cross_entropy_error(y, t):
    n = y.shape[0]
    best = np.argmax(y, axis=1)
    return float(-np.sum(np.log(y[np.arange(n), best] + 1e-12)) / n)
