# mistake: the mean is taken off instead of the largest score, so far-apart scores overflow.
# loses: log_sum_exp_big
def log_sum_exp(x):
    m = np.mean(x, axis=1)
    return m + np.log(np.sum(np.exp(x - m[:, None]), axis=1))


def log_softmax(x):
    return x - log_sum_exp(x)[:, None]
