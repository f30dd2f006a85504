# mistake: merge_heads lays the numbers of the heads alternately, first number of each head, then the second, where it puts the heads side by side.
# loses: merge
def split_heads(x, h):
    return np.stack(np.split(x, h, axis=2), axis=1)


def merge_heads(x):
    n, h, t, k = x.shape
    return x.transpose(0, 2, 3, 1).reshape(n, t, h * k)
