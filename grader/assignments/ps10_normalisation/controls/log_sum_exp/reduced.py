def log_sum_exp(x):
    return np.logaddexp.reduce(x, axis=1)


def log_softmax(x):
    return x - np.logaddexp.reduce(x, axis=1, keepdims=True)
