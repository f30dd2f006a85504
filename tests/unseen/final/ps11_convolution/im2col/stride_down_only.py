# mistake: im2col pushes the window on by stride downwards, and by 1 to the right.
# loses: im2col_stride
def im2col(x, fh, fw, stride=1, pad=0):
    n, c, h, w = x.shape
    oh = (h + 2 * pad - fh) // stride + 1
    ow = (w + 2 * pad - fw) // stride + 1
    x = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    col = np.empty((n, oh, ow, c, fh, fw))
    for i in range(oh):
        for j in range(ow):
            top = i * stride
            col[:, i, j] = x[:, :, top : top + fh, j : j + fw]
    return col.reshape(n * oh * ow, c * fh * fw)


def col2im(col, x_shape, fh, fw, stride=1, pad=0):
    n, c, h, w = x_shape
    oh = (h + 2 * pad - fh) // stride + 1
    ow = (w + 2 * pad - fw) // stride + 1
    x = np.zeros((n, c, h + 2 * pad, w + 2 * pad))
    col = col.reshape(n, oh, ow, c, fh, fw)
    for i in range(oh):
        for j in range(ow):
            x[:, :, i * stride : i * stride + fh, j * stride : j * stride + fw] += col[:, i, j]
    return x[:, :, pad : pad + h, pad : pad + w]
