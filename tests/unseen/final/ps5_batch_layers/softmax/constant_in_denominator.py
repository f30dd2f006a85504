# mistake: a constant 1e-2 in the denominator against division by zero, so the rows don't add up to 1
# loses: single, batch, big
def softmax(x):
    e = np.exp(x - np.max(x, axis=-1, keepdims=True))
    return e / (np.sum(e, axis=-1, keepdims=True) + 1e-2)
