# mistake: the largest absolute value of a row is taken off, so that rows of very negative scores underflow to the logarithm of 0
# loses: log_sum_exp, log_softmax for scores around -1000
def log_sum_exp(x):
    c = np.amax(np.abs(x), axis=1)
    return np.log(np.sum(np.exp(x - c[:, None]), axis=1)) + c


def log_softmax(x):
    lse = log_sum_exp(x)
    return np.array([row - s for row, s in zip(x, lse)])
