from numpy.lib.stride_tricks import as_strided


def im2col(x, fh, fw, stride=1, pad=0):
    n, c, h, w = x.shape
    big = np.ascontiguousarray(np.pad(x, [(0, 0), (0, 0), (pad, pad), (pad, pad)], "constant"))
    oh, ow = output_size(h, fh, stride, pad), output_size(w, fw, stride, pad)
    sn, sc, sh, sw = big.strides
    view = as_strided(big, (n, oh, ow, c, fh, fw), (sn, stride * sh, stride * sw, sc, sh, sw))
    return view.reshape(n * oh * ow, -1).copy()


def col2im(col, x_shape, fh, fw, stride=1, pad=0):
    n, c, h, w = x_shape
    oh, ow = output_size(h, fh, stride, pad), output_size(w, fw, stride, pad)
    weights = col.reshape(n, oh, ow, c, fh, fw)
    img = np.zeros((n, c, h + 2 * pad + stride - 1, w + 2 * pad + stride - 1))
    for y in range(fh):
        for x in range(fw):
            img[:, :, y : y + stride * oh : stride, x : x + stride * ow : stride] += weights[..., y, x].transpose(0, 3, 1, 2)
    return img[:, :, pad : h + pad, pad : w + pad]
