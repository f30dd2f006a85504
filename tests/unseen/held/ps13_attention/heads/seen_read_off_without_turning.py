# mistake: merge_heads reshapes straight away, so that the rows of one head are strung together in place of one row of all heads.
# loses: merge_heads

def split_heads(x, h):
    n, t, D = x.shape
    return x.reshape(n, t, h, D // h).transpose(0, 2, 1, 3)


def merge_heads(x):
    n, h, t, d = x.shape
    return x.reshape(n, t, h * d)
