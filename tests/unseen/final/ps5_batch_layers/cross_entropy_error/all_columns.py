# mistake: with labels y[:, t] takes all columns named in t from each row, a table N × N
# loses: labels
def cross_entropy_error(y, t):
    N = y.shape[0]
    if t.ndim == 2:
        return -np.sum(t * np.log(y + 1e-7)) / N
    return -np.sum(np.log(y[:, t] + 1e-7)) / N
