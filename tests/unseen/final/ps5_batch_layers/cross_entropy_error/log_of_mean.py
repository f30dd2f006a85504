# mistake: the logarithm of the mean probability in place of the mean of the logarithms
# loses: one_hot, labels, mean
def cross_entropy_error(y, t):
    if t.ndim == 2:
        p = np.sum(y * t, axis=1)
    else:
        p = y[np.arange(len(y)), t]
    return -np.log(np.mean(p) + 1e-7)
