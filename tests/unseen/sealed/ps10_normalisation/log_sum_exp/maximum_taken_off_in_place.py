# mistake: log_sum_exp takes the maximum off its argument in place, so that the caller's scores are changed, and log_softmax with it
# loses: arguments unchanged
def log_sum_exp(x):
    m = x.max(axis=1)
    x -= m[:, None]
    return m + np.log(np.exp(x).sum(axis=1))


def log_softmax(x):
    # x has its maximum taken off by now, and so has the other side
    m = x.max(axis=1, keepdims=True)
    return x - (log_sum_exp(x)[:, None] - m)
