# mistake: the logarithm is taken of the mean probability instead of the mean of the logarithms
# loses: the loss of more than one sample

def cross_entropy_error(y, t):
    if t.ndim == 1:
        chosen = y[np.arange(len(y)), t]
    else:
        chosen = np.sum(y * t, axis=1)
    return -np.log(np.mean(chosen) + 1e-7)
