# mistake: scores are divided by their largest absolute value in place of shifted, which changes the probabilities
# loses: single, batch, big
def softmax(x):
    x = x / np.max(np.abs(x), axis=-1, keepdims=True)
    e = np.exp(x)
    return e / e.sum(axis=-1, keepdims=True)
