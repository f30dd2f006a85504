def log_softmax(x: np.ndarray) -> np.ndarray:
    shifted = x - np.amax(x, axis=-1, keepdims=True)
    return shifted - np.log(np.sum(np.exp(shifted), axis=-1, keepdims=True))


def log_sum_exp(x: np.ndarray) -> np.ndarray:
    """From the first score alone: how far it lies above its logarithm."""
    best = x.argmax(axis=1)
    rows = np.arange(len(x))
    return x[rows, best] - log_softmax(x)[rows, best]
