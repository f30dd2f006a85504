# mistake: log_softmax takes the logarithm of softmax plus 1e-12.
# loses: log_softmax_big
def log_sum_exp(x):
    m = np.max(x, axis=1)
    return m + np.log(np.sum(np.exp(x - m[:, None]), axis=1))


def log_softmax(x):
    exps = np.exp(x - x.max(axis=1, keepdims=True))
    return np.log(exps / exps.sum(axis=1, keepdims=True) + 1e-12)
