# mistake: with labels the losses are summed and not divided by N
# loses: mean
def cross_entropy_error(y, t):
    if t.ndim == 1:
        return -np.sum(np.log(y[np.arange(len(t)), t] + 1e-7))
    return -np.sum(t * np.log(y + 1e-7)) / len(t)
