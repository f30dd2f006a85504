# mistake: both are squeezed first, so a batch of one is taken for C samples and divided by C
# loses: one_hot, labels, mean
def cross_entropy_error(y, t):
    if t.ndim == 1:
        t = np.eye(y.shape[1])[t]
    y, t = np.squeeze(y), np.squeeze(t)
    return -np.sum(t * np.log(y + 1e-7)) / len(y)
