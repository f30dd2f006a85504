# mistake: softmax is applied to its own result once more.
# loses: single, batch, big
def _sm(x):
    e = np.exp(x - x.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


def softmax(x):
    return _sm(_sm(x))
