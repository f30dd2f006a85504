# mistake: For whole-number labels the logarithm is taken of the largest probability, whatever the label is.
# loses: loss for integer labels

def cross_entropy_error(y, t):
    n = y.shape[0]
    if t.ndim == 1:
        best = y.argmax(axis=1)
        picked = y[np.arange(n), best]
    else:
        picked = np.sum(y * t, axis=1)
    return -np.sum(np.log(picked + 1e-7)) / n
