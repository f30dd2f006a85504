def places(x_shape, fh, fw, stride, pad):
    """For every number of the table the index of its pixel in the padded array, laid flat."""
    n, c, h, w = x_shape
    big = np.arange(n * c * (h + 2 * pad) * (w + 2 * pad)).reshape(n, c, h + 2 * pad, w + 2 * pad)
    windows = np.lib.stride_tricks.sliding_window_view(big, (fh, fw), axis=(2, 3))[:, :, ::stride, ::stride]
    return np.einsum("ncijkl->nijckl", windows).reshape(-1, c * fh * fw), big.shape


def im2col(x, fh, fw, stride=1, pad=0):
    index, shape = places(x.shape, fh, fw, stride, pad)
    big = np.zeros(shape)
    big[:, :, pad : shape[2] - pad, pad : shape[3] - pad] = x
    return np.take(big, index)


def col2im(col, x_shape, fh, fw, stride=1, pad=0):
    index, shape = places(x_shape, fh, fw, stride, pad)
    flat = np.zeros(np.prod(shape))
    np.add.at(flat, index, col)
    return flat.reshape(shape)[:, :, pad : shape[2] - pad, pad : shape[3] - pad]
