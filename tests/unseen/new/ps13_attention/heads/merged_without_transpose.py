# mistake: merge_heads reshapes without bringing the places back to the second axis.
# loses: merge
def split_heads(x, h):
    N, T, D = x.shape
    return x.reshape(N, T, h, D // h).transpose(0, 2, 1, 3)


def merge_heads(x):
    N, h, T, derivative_values = x.shape
    return x.reshape(N, T, h * derivative_values)
