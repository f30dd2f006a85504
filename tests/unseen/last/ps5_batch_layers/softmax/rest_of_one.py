# mistake: each exponential is divided by the sum of the others.
# loses: single, batch, big
def softmax(x):
    e = np.exp(x - x.max(axis=-1, keepdims=True))
    others = e.sum(axis=-1, keepdims=True) - e
    return e / others
