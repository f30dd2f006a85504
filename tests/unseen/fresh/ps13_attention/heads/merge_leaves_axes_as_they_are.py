# mistake: merge_heads only reshapes, without bringing the places before the heads
# loses: merge

def split_heads(x, h):
    n, t, d = x.shape
    return x.reshape(n, t, h, d // h).transpose(0, 2, 1, 3)


def merge_heads(x):
    n, h, t, d = x.shape
    return x.reshape(n, t, h * d)
