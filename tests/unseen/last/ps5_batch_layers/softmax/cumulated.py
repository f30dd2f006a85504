# mistake: the denominator is the running sum, from the first class up to each.
# loses: single, batch, big
def softmax(x):
    exps = np.exp(x - np.max(x, axis=-1, keepdims=True))
    return exps / np.cumsum(exps, axis=-1)
