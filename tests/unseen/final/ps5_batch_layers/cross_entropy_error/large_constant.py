# mistake: the constant inside the logarithm is 0.1, so all losses are too small
# loses: one_hot, labels, zero
def cross_entropy_error(y, t):
    if t.ndim == 1:
        wahrscheinlichkeit = y[np.arange(len(t)), t]
    else:
        wahrscheinlichkeit = (y * t).sum(axis=1)
    return -np.log(wahrscheinlichkeit + 0.1).mean()
