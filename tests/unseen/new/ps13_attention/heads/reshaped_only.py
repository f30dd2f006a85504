# mistake: the heads are cut by a reshape alone, so places and columns are mixed.
# loses: split
def split_heads(x, h):
    N, T, D = x.shape
    return x.reshape(N, h, T, D // h)


def merge_heads(x):
    N, h, T, derivative_values = x.shape
    return x.transpose(0, 2, 1, 3).reshape(N, T, h * derivative_values)
