# mistake: the mean of the exponentials stands for their sum.
# loses: log_sum_exp, log_sum_exp_big
def log_sum_exp(x):
    m = np.max(x, axis=1)
    return m + np.log(np.mean(np.exp(x - m[:, None]), axis=1))


def log_softmax(x):
    return x - log_sum_exp(x)[:, None]
