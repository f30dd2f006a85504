# mistake: the sum is divided by N·C, the number of all entries.
# loses: mean
def cross_entropy_error(y, t):
    N, C = y.shape
    if t.ndim == 1:
        t = np.eye(C)[t]
    return -np.sum(t * np.log(y + 1e-12)) / (N * C)
