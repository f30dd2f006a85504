# mistake: log_softmax adds 1e-7 inside the logarithm.
# loses: log_softmax_big
def log_sum_exp(x):
    m = np.max(x, axis=1)
    return np.log(np.sum(np.exp(x - m[:, None]), axis=1)) + m


def log_softmax(x):
    z = x - np.max(x, axis=1, keepdims=True)
    return z - np.log(np.sum(np.exp(z), axis=1, keepdims=True) + 1e-7)
