# mistake: squares of the scores in place of their exponentials
# loses: single, batch, big
def softmax(x):
    p = np.square(x - np.max(x, axis=-1, keepdims=True)) + 1e-300
    return p / p.sum(axis=-1, keepdims=True)
