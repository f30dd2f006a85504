# mistake: the scores are divided by the sum of their absolute values; no exponential is taken.
# loses: single, batch, big
def softmax(x):
    x = np.asarray(x, dtype=float)
    return np.abs(x) / np.abs(x).sum(axis=-1, keepdims=True)
