def split_heads(x, h):
    N, T, D = x.shape
    w = D // h
    out = np.zeros((N, h, T, w))
    for i in range(h):
        out[:, i] = x[..., i * w : i * w + w]
    return out


def merge_heads(x):
    N, h, T, w = x.shape
    out = np.zeros((N, T, h * w))
    for i in range(h):
        for j in range(w):
            out[:, :, i * w + j] = x[:, i, :, j]
    return out
