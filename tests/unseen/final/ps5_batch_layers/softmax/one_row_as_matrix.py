# mistake: a single sample (C,) comes back as (1, C)
# loses: single
def softmax(x):
    x = np.atleast_2d(x)
    e = np.exp(x - x.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)
