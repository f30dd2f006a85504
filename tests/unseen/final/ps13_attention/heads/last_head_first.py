# mistake: split_heads puts the heads in the opposite order, the last block of columns as head 0.
# loses: split
def split_heads(x, h):
    n, t, d = x.shape
    return x.reshape(n, t, h, d // h).transpose(0, 2, 1, 3)[:, ::-1]


def merge_heads(x):
    n, h, t, k = x.shape
    return x.transpose(0, 2, 1, 3).reshape(n, t, h * k)
