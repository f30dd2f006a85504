# mistake: the window goes down by the stride but to the right by one pixel only, as many times as the width has places
# loses: im2col, col2im for strides above 1
def _corners(h, w, fh, fw, stride, pad):
    for top in range(output_size(h, fh, stride, pad)):
        for left in range(output_size(w, fw, stride, pad)):
            yield top * stride, left


def im2col(x, fh, fw, stride=1, pad=0):
    n, c, h, w = x.shape
    xx = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    patches = [xx[:, :, y : y + fh, z : z + fw].reshape(n, -1) for y, z in _corners(h, w, fh, fw, stride, pad)]
    return np.stack(patches, axis=1).reshape(-1, c * fh * fw)


def col2im(col, x_shape, fh, fw, stride=1, pad=0):
    n, c, h, w = x_shape
    xx = np.zeros((n, c, h + 2 * pad, w + 2 * pad))
    patches = col.reshape(n, -1, c, fh, fw)
    for k, (y, z) in enumerate(_corners(h, w, fh, fw, stride, pad)):
        xx[:, :, y : y + fh, z : z + fw] += patches[:, k]
    return xx[:, :, pad : pad + h, pad : pad + w]
