# mistake: merge_heads repeats the heads' mean.
# loses: merge
def split_heads(x, h):
    N, T, D = x.shape
    return x.reshape(N, T, h, D // h).transpose(0, 2, 1, 3)


def merge_heads(x):
    N, h, T, d = x.shape
    return np.tile(x.mean(axis=1), (1, 1, h)).reshape(N, T, h * d)
