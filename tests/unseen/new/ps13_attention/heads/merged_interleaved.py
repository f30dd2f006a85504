# mistake: merge_heads puts the heads' columns alternately.
# loses: merge
def split_heads(x, h):
    N, T, D = x.shape
    return x.reshape(N, T, h, D // h).transpose(0, 2, 1, 3)


def merge_heads(x):
    N, h, T, deriv = x.shape
    return x.transpose(0, 2, 3, 1).reshape(N, T, h * deriv)
