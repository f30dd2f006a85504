# mistake: the exponentials are divided by the root of the sum of their squares.
# loses: single, batch
def softmax(x):
    e = np.exp(x - np.max(x, axis=-1, keepdims=True))
    return e / np.sqrt(np.sum(e ** 2, axis=-1, keepdims=True))
