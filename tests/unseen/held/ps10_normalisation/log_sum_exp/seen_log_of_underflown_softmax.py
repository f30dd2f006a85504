# mistake: log_softmax takes the logarithm of softmax, which is 0 for scores far below the largest.
# loses: log_softmax at ±1000

def log_sum_exp(x):
    top = np.max(x, axis=-1)
    return top + np.log(np.sum(np.exp(x - top[:, np.newaxis]), axis=-1))


def log_softmax(x):
    e = np.exp(x - np.max(x, axis=-1, keepdims=True))
    p = e / np.sum(e, axis=-1, keepdims=True)
    with np.errstate(divide="ignore"):
        return np.log(p)
