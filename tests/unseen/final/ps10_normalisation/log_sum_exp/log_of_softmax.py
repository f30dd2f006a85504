# mistake: log_softmax takes the logarithm of the probabilities, which are 0 for scores far below the largest, so it gives −inf.
# loses: log_softmax_big
def log_sum_exp(x):
    top = np.max(x, axis=1)
    return top + np.log(np.sum(np.exp(x - top[:, None]), axis=1))


def log_softmax(x):
    powers = np.exp(x - x.max(axis=1, keepdims=True))
    probabilities = powers / powers.sum(axis=1, keepdims=True)
    return np.log(probabilities)
