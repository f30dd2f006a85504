# mistake: head i gets the columns i, i + h, i + 2h, ….
# loses: split
def split_heads(x, h):
    N, T, D = x.shape
    return x.reshape(N, T, D // h, h).transpose(0, 3, 1, 2)


def merge_heads(x):
    N, h, T, d = x.shape
    return x.transpose(0, 2, 1, 3).reshape(N, T, h * d)
