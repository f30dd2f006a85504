# mistake: the shift by the largest score is made in the numerator only.
# loses: single, batch, big
def softmax(x):
    m = np.max(x, axis=-1, keepdims=True)
    return np.exp(x - m) / np.sum(np.exp(x), axis=-1, keepdims=True)
