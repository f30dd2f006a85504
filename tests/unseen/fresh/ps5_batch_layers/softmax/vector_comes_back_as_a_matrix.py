# mistake: a vector is made a batch of one and given back as (1, C)
# loses: softmax: one sample (shape)
def softmax(x):
    x = np.atleast_2d(x)
    x = x - x.max(axis=1, keepdims=True)
    e = np.exp(x)
    return e / e.sum(axis=1, keepdims=True)
