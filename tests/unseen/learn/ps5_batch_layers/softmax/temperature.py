# mistake: the scores are divided by the number of classes before the exponential.
# loses: single, batch
def softmax(x):
    C = x.shape[-1]
    z = x / C
    z = z - z.max(axis=-1, keepdims=True)
    e = np.exp(z)
    return e / e.sum(axis=-1, keepdims=True)
