# mistake: merge_heads reshapes (N, h, T, D/h) to (N, T, D) at once, without bringing T in front of the heads
# loses: merge_heads
def split_heads(x, h):
    N, T, D = x.shape
    return x.reshape(N, T, h, D // h).transpose(0, 2, 1, 3)


def merge_heads(x):
    N, h, T, breite = x.shape
    return x.reshape(N, T, h * breite)
