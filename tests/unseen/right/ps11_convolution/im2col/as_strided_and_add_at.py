# mistake: none: as_strided there, np.add.at with index arrays back.
# loses: nothing
def _out(size, window, stride, pad):
    return (size + 2 * pad - window) // stride + 1


def im2col(x, fh, fw, stride=1, pad=0):
    n, c, h, w = x.shape
    oh, ow = _out(h, fh, stride, pad), _out(w, fw, stride, pad)
    p = np.pad(x, ((0,), (0,), (pad,), (pad,)))
    sn, sc, sh, sw = p.strides
    view = np.lib.stride_tricks.as_strided(p, (n, oh, ow, c, fh, fw), (sn, stride * sh, stride * sw, sc, sh, sw))
    return view.reshape(n * oh * ow, -1).copy()


def col2im(col, x_shape, fh, fw, stride=1, pad=0):
    n, c, h, w = x_shape
    numbers = np.arange(1, n * c * h * w + 1).reshape(x_shape)
    which = im2col(numbers, fh, fw, stride, pad)
    flat = np.bincount(which.ravel(), weights=col.ravel(), minlength=numbers.size + 1)
    return flat[1:].reshape(x_shape)
