# mistake: log_softmax takes the logarithm of probabilities held above 1e-300
# loses: log_softmax at large differences

def log_sum_exp(x):
    return np.logaddexp.reduce(x, axis=1)


def log_softmax(x):
    verschoben = x - np.max(x, axis=-1, keepdims=True)
    potenzen = np.exp(verschoben)
    return np.log(np.maximum(potenzen / potenzen.sum(axis=-1, keepdims=True), 1e-300))
