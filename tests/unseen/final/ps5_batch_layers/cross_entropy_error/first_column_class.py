# mistake: with labels y[t, 0]: the label picks the row, and the class is always the first
# loses: labels
def cross_entropy_error(y, t):
    if t.ndim == 1:
        return -np.mean([np.log(y[k % len(y), 0] + 1e-7) for k in t])
    return -np.mean(np.sum(t * np.log(y + 1e-7), axis=1))
