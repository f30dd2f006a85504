# mistake: In im2col the numbers of a window run over c, fw, fh: it is read column by column, where it is row by row.
# loses: im2col
def im2col(x, fh, fw, stride=1, pad=0):
    n, c, h, w = x.shape
    oh = (h + 2 * pad - fh) // stride + 1
    ow = (w + 2 * pad - fw) // stride + 1
    padded = np.zeros((n, c, h + 2 * pad, w + 2 * pad))
    padded[:, :, pad : pad + h, pad : pad + w] = x
    columns = []
    for channel in range(c):
        for j in range(fw):
            for i in range(fh):
                seen = padded[:, channel, i : i + stride * oh : stride, j : j + stride * ow : stride]
                columns.append(seen.reshape(-1))
    return np.stack(columns, axis=1)


def col2im(col, x_shape, fh, fw, stride=1, pad=0):
    n, c, h, w = x_shape
    oh = (h + 2 * pad - fh) // stride + 1
    ow = (w + 2 * pad - fw) // stride + 1
    padded = np.zeros((n, c, h + 2 * pad, w + 2 * pad))
    k = 0
    for channel in range(c):
        for i in range(fh):
            for j in range(fw):
                part = col[:, k].reshape(n, oh, ow)
                padded[:, channel, i : i + stride * oh : stride, j : j + stride * ow : stride] += part
                k += 1
    return padded[:, :, pad : pad + h, pad : pad + w]
