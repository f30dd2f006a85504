# mistake: the smallest score is taken off, so large scores still overflow.
# loses: big
def softmax(x):
    shifted = x - np.min(x, axis=-1, keepdims=True)
    e = np.exp(shifted)
    return e / np.sum(e, axis=-1, keepdims=True)
