# mistake: the largest loss of the batch is given, not the mean.
# loses: one_hot, labels, mean
def cross_entropy_error(y, t):
    k = t if t.ndim == 1 else t.argmax(axis=1)
    return float(max(-np.log(y[i, k[i]] + 1e-12) for i in range(len(y))))
