# mistake: labels are taken to count from 1: y[n, t_n − 1]
# loses: labels
def cross_entropy_error(y, t):
    N = len(y)
    if t.ndim == 2:
        t = t.argmax(axis=1) + 1
    return -np.sum(np.log(y[np.arange(N), t - 1] + 1e-7)) / N
