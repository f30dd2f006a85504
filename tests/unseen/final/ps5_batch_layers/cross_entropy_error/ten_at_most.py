# mistake: the sum is divided by 10 where the batch is larger than that
# loses: mean
def cross_entropy_error(y, t):
    if t.ndim == 1:
        t = np.eye(y.shape[1])[t]
    return -np.sum(t * np.log(y + 1e-7)) / min(len(y), 10)
