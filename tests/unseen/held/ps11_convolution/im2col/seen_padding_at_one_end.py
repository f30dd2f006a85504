# mistake: All of the padding, 2·pad, is put below and to the right, none above and to the left.
# loses: im2col with padding

def im2col(x, fh, fw, stride=1, pad=0):
    n, c, h, w = x.shape
    oh, ow = output_size(h, fh, stride, pad), output_size(w, fw, stride, pad)
    xp = np.zeros((n, c, h + 2 * pad, w + 2 * pad))
    xp[:, :, :h, :w] = x
    col = np.empty((n, oh, ow, c, fh, fw))
    for i in range(oh):
        for j in range(ow):
            col[:, i, j] = xp[:, :, i * stride : i * stride + fh, j * stride : j * stride + fw]
    return col.reshape(n * oh * ow, -1)


def col2im(col, x_shape, fh, fw, stride=1, pad=0):
    n, c, h, w = x_shape
    oh, ow = output_size(h, fh, stride, pad), output_size(w, fw, stride, pad)
    col = col.reshape(n, oh, ow, c, fh, fw)
    xp = np.zeros((n, c, h + 2 * pad, w + 2 * pad))
    for i in range(oh):
        for j in range(ow):
            xp[:, :, i * stride : i * stride + fh, j * stride : j * stride + fw] += col[:, i, j]
    return xp[:, :, pad : pad + h, pad : pad + w]
