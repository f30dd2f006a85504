# mistake: the columns are dealt out in turn, head i gets i, i + h, i + 2h, …; merge_heads deals them back alike
# loses: split_heads, merge_heads
def split_heads(x, h):
    return np.stack([x[..., i::h] for i in range(h)], axis=1)


def merge_heads(x):
    N, h, T, width = x.shape
    out = np.empty((N, T, h * width))
    for i in range(h):
        out[..., i::h] = x[:, i]
    return out
