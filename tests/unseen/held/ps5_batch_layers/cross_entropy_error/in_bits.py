# mistake: the loss is measured in bits, with the logarithm to base 2
# loses: the loss

def cross_entropy_error(y, t):
    if t.ndim == 1:
        chosen = y[np.arange(len(y)), t]
    else:
        chosen = np.sum(y * t, axis=1)
    return -np.mean(np.log2(chosen + 1e-7))
