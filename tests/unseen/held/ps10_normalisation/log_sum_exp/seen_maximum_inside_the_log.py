# mistake: log_sum_exp adds the maximum back before the logarithm, not after it.
# loses: log_sum_exp

def log_sum_exp(x):
    m = x.max(axis=1)
    summe = np.exp(x - m[:, None]).sum(axis=1)
    return np.log(m + summe)


def log_softmax(x):
    v = x - x.max(axis=1, keepdims=True)
    return v - np.log(np.exp(v).sum(axis=1, keepdims=True))
