# mistake: a batch of one, (1, C), comes back as (C,)
# loses: batch
def softmax(x):
    e = np.exp(x - np.max(x, axis=-1, keepdims=True))
    return np.squeeze(e / np.sum(e, axis=-1, keepdims=True))
