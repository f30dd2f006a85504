# mistake: t counts as one-hot if its last size is C: labels of a batch with N = C are misread
# loses: labels
def cross_entropy_error(y, t):
    N, C = y.shape
    if t.shape[-1] == C:
        return -np.sum(t * np.log(y + 1e-7)) / N
    return -np.sum(np.log(y[np.arange(N), t] + 1e-7)) / N
