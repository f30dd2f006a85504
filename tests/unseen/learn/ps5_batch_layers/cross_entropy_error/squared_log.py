# mistake: the logarithm of each true class's probability is squared rather than negated.
# loses: one_hot, labels
def cross_entropy_error(y, t):
    if t.ndim == 1:
        t = np.eye(y.shape[1])[t]
    logs = np.log(y + 1e-12)
    return np.sum(t * logs ** 2) / y.shape[0]
