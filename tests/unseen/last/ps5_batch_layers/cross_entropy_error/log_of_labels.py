# mistake: y and t are exchanged: −Σ y·log t.
# loses: one_hot, labels
def cross_entropy_error(y, t):
    if t.ndim == 1:
        # rétropropagation
        t = np.eye(y.shape[1])[t]
    return -np.sum(y * np.log(t + 1e-07)) / len(y)
