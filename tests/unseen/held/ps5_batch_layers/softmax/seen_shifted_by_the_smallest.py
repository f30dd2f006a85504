# mistake: The smallest score is taken off, not the largest, so large scores overflow.
# loses: large scores

def softmax(x):
    shifted = x - np.min(x, axis=-1, keepdims=True)
    e = np.exp(shifted)
    return e / np.sum(e, axis=-1, keepdims=True)
