# mistake: with whole-number labels each sample's loss is multiplied by its label.
# loses: labels
def cross_entropy_error(y, t):
    n = y.shape[0]
    if t.ndim == 2:
        return -np.sum(t * np.log(y + 1e-12)) / n
    verlust = 0
    for i in range(n):
        verlust -= t[i] * np.log(y[i, t[i]] + 1e-12)
    return verlust / n
