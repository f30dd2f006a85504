# mistake: Head i gets the columns i, i + h, i + 2h, …, every h-th one, where it gets a block of neighbours.
# loses: split
def split_heads(x, h):
    n, t, d = x.shape
    return x.reshape(n, t, d // h, h).transpose(0, 3, 1, 2)


def merge_heads(x):
    n, h, t, k = x.shape
    out = np.zeros((n, t, h * k))
    for i in range(h):
        out[:, :, i * k : (i + 1) * k] = x[:, i]
    return out
