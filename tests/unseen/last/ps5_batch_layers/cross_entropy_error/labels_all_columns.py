# mistake: with whole-number labels y[:, t] takes every sample with every label.
# loses: labels
def cross_entropy_error(y, t):
    nb = len(y)
    if t.ndim == 2:
        return -np.sum(t * np.log(y + 1e-12)) / nb
    return -np.sum(np.log(y[:, t] + 1e-12)) / nb
