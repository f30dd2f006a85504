# mistake: the largest score is taken off and not added again.
# loses: log_sum_exp, log_sum_exp_big, arguments
def log_sum_exp(x):
    row_maximum = np.max(x, axis=1)
    return np.log(np.sum(np.exp(x - row_maximum[:, None]), axis=1))


def log_softmax(x):
    row_maximum = x.max(axis=1, keepdims=True)
    return x - row_maximum - log_sum_exp(x)[:, None]
