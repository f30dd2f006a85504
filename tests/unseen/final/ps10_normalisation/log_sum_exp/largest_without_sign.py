# mistake: The largest absolute value of a row is taken off, so a row of large negative scores becomes ln 0.
# loses: log_sum_exp_big
def log_sum_exp(x):
    m = np.abs(x).max(axis=1)
    return m + np.log(np.exp(x - m[:, None]).sum(axis=1))


def log_softmax(x):
    shifted = x - x.max(axis=1, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
