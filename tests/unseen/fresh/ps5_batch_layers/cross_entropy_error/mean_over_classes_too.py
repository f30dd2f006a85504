# mistake: with one-hot labels np.mean runs over samples and classes, so the loss is divided by C as well
# loses: cross_entropy_error: one-hot (the mean)
def cross_entropy_error(y, t):
    log_y = np.log(y + 1e-15)
    if np.ndim(t) == 2:
        return -np.mean(t * log_y)
    return -np.mean([log_y[n, label] for n, label in enumerate(t)])
