# mistake: the probabilities of the right classes are averaged first, and the logarithm is taken of the mean
# loses: cross_entropy_error
def cross_entropy_error(y, t):
    """Returns the mean loss of a sample."""
    if t.ndim == 2:
        p_right = (y * t).sum(axis=1)
    else:
        p_right = y[np.arange(len(t)), t]
    return float(-np.log(p_right.mean() + 1e-7))
