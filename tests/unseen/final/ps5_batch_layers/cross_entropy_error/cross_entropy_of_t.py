# mistake: the roles are swapped: −Σ y·ln(t + 1e-7)
# loses: one_hot, labels
def cross_entropy_error(y, t):
    if t.ndim == 1:
        t = np.eye(y.shape[1])[t]
    return -np.sum(y * np.log(t + 1e-7)) / len(y)
