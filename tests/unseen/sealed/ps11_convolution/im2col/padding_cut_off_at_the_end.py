# mistake: col2im cuts h rows and w columns out from the corner, where the padding begins, in place of leaving pad of them out first
# loses: col2im (padding)
def im2col(x, fh, fw, stride=1, pad=0):
    n, c, h, w = x.shape
    oh = output_size(h, fh, stride, pad)
    ow = output_size(w, fw, stride, pad)
    big = np.zeros((n, c, h + 2 * pad, w + 2 * pad))
    big[:, :, pad : pad + h, pad : pad + w] = x
    col = np.zeros((n, c, fh, fw, oh, ow))
    for i in range(fh):
        for j in range(fw):
            col[:, :, i, j] = big[:, :, i : i + stride * oh : stride, j : j + stride * ow : stride]
    return col.transpose(0, 4, 5, 1, 2, 3).reshape(n * oh * ow, -1)


def col2im(col, x_shape, fh, fw, stride=1, pad=0):
    n, c, h, w = x_shape
    oh = output_size(h, fh, stride, pad)
    ow = output_size(w, fw, stride, pad)
    col = col.reshape(n, oh, ow, c, fh, fw).transpose(0, 3, 4, 5, 1, 2)
    big = np.zeros((n, c, h + 2 * pad, w + 2 * pad))
    for i in range(fh):
        for j in range(fw):
            big[:, :, i : i + stride * oh : stride, j : j + stride * ow : stride] += col[:, :, i, j]
    return big[:, :, :h, :w]
