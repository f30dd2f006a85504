# mistake: split_heads gives (N, T, h, D/h): the axes of places and heads aren't exchanged.
# loses: split
def split_heads(x, h):
    n, t, d = x.shape
    return x.reshape(n, t, h, d // h)


def merge_heads(x):
    n, h, t, k = x.shape
    return np.moveaxis(x, 1, 2).reshape(n, t, h * k)
