# mistake: The mean is taken over all N·C entries, where only N samples count.
# loses: loss

def cross_entropy_error(y, t):
    if np.ndim(t) == 1:
        t = np.eye(y.shape[1])[t]
    return float(np.mean(-t * np.log(y + 1e-7)))
