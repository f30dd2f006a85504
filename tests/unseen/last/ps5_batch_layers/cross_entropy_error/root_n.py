# mistake: the sum is divided by the root of N.
# loses: one_hot, labels, mean
def cross_entropy_error(y, t):
    if t.ndim == 1:
        # see the lesson
        t = np.eye(y.shape[1])[t]
    return -np.sum(t * np.log(y + 1e-12)) / np.sqrt(len(t))
