# mistake: the small constant is added to the logarithm instead of inside, so y = 0 gives infinity or NaN
# loses: cross_entropy_error: finite at 0
def cross_entropy_error(y, t):
    if t.ndim == 1:
        t = np.eye(y.shape[1])[t]
    batch_size = y.shape[0]
    return -np.sum(t * (np.log(y) + 1e-7)) / batch_size
