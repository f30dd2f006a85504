# mistake: split_heads gives head i every h-th column from i on, like the teeth of a comb, not a block of neighbours
# loses: split_heads where a head has more than one column

def split_heads(x, h):
    N, T, D = x.shape
    return x.reshape(N, T, D // h, h).transpose(0, 3, 1, 2)


def merge_heads(x):
    N, h, T, width = x.shape
    return x.transpose(0, 2, 1, 3).reshape(N, T, h * width)
