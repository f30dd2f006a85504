# mistake: in a row of im2col the window is laid down column by column, (c, fw, fh), and col2im takes it likewise
# loses: im2col (the order of the columns), col2im
def im2col(x, fh, fw, stride=1, pad=0):
    n, c, h, w = x.shape
    oh = output_size(h, fh, stride, pad)
    ow = output_size(w, fw, stride, pad)
    xp = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    col = np.empty((n, oh, ow, c, fw, fh))
    for i in range(fh):
        for j in range(fw):
            col[..., j, i] = xp[:, :, i : i + stride * oh : stride, j : j + stride * ow : stride].transpose(0, 2, 3, 1)
    return col.reshape(n * oh * ow, -1)


def col2im(col, x_shape, fh, fw, stride=1, pad=0):
    n, c, h, w = x_shape
    oh = output_size(h, fh, stride, pad)
    ow = output_size(w, fw, stride, pad)
    col = col.reshape(n, oh, ow, c, fw, fh)
    xp = np.zeros((n, c, h + 2 * pad, w + 2 * pad))
    for i in range(fh):
        for j in range(fw):
            xp[:, :, i : i + stride * oh : stride, j : j + stride * ow : stride] += col[..., j, i].transpose(0, 3, 1, 2)
    return xp[:, :, pad : pad + h, pad : pad + w]
