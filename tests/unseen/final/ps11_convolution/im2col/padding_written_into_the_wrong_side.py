# mistake: im2col puts all the padding, 2·pad rows and columns, below and to the right, where half of it is above and to the left.
# loses: im2col_pad
def im2col(x, fh, fw, stride=1, pad=0):
    n, c, h, w = x.shape
    big = np.zeros((n, c, h + 2 * pad, w + 2 * pad))
    big[:, :, :h, :w] = x
    oh, ow = (h + 2 * pad - fh) // stride + 1, (w + 2 * pad - fw) // stride + 1
    out = np.zeros((n, oh, ow, c * fh * fw))
    for i in range(oh):
        for j in range(ow):
            out[:, i, j] = big[:, :, i * stride : i * stride + fh, j * stride : j * stride + fw].reshape(n, -1)
    return out.reshape(n * oh * ow, -1)


def col2im(col, x_shape, fh, fw, stride=1, pad=0):
    n, c, h, w = x_shape
    oh, ow = (h + 2 * pad - fh) // stride + 1, (w + 2 * pad - fw) // stride + 1
    big = np.zeros((n, c, h + 2 * pad, w + 2 * pad))
    col = col.reshape(n, oh, ow, c, fh, fw)
    for i in range(oh):
        for j in range(ow):
            big[:, :, i * stride : i * stride + fh, j * stride : j * stride + fw] += col[:, i, j]
    return big[:, :, pad : pad + h, pad : pad + w]
