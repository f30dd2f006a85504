# mistake: col2im reads the rows as (n, c, fh, fw, oh, ow) at once, without reading them as (n, oh, ow, c, fh, fw) and turning the axes
# loses: col2im
def im2col(x, fh, fw, stride=1, pad=0):
    n, c, h, w = x.shape
    oh = output_size(h, fh, stride, pad)
    ow = output_size(w, fw, stride, pad)
    img = np.pad(x, [(0, 0), (0, 0), (pad, pad), (pad, pad)])
    col = np.zeros((n, c, fh, fw, oh, ow))
    for dy in range(fh):
        for dx in range(fw):
            col[:, :, dy, dx, :, :] = img[:, :, dy : dy + stride * oh : stride, dx : dx + stride * ow : stride]
    col = col.transpose(0, 4, 5, 1, 2, 3).reshape(n * oh * ow, -1)
    return col


def col2im(col, x_shape, fh, fw, stride=1, pad=0):
    n, c, h, w = x_shape
    oh = output_size(h, fh, stride, pad)
    ow = output_size(w, fw, stride, pad)
    col = col.reshape(n, c, fh, fw, oh, ow)
    img = np.zeros((n, c, h + 2 * pad + stride - 1, w + 2 * pad + stride - 1))
    for dy in range(fh):
        for dx in range(fw):
            img[:, :, dy : dy + stride * oh : stride, dx : dx + stride * ow : stride] += col[:, :, dy, dx, :, :]
    return img[:, :, pad : h + pad, pad : w + pad]
