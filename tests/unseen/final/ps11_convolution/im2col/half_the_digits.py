# mistake: Both work in float32, whose seven digits are too few: everything is float64.
# loses: im2col im2col_stride im2col_pad col2im col2im_stride col2im_pad
def im2col(x, fh, fw, stride=1, pad=0):
    n, c, h, w = x.shape
    oh, ow = (h + 2 * pad - fh) // stride + 1, (w + 2 * pad - fw) // stride + 1
    img = np.pad(x.astype(np.float32), [(0, 0), (0, 0), (pad, pad), (pad, pad)])
    col = np.zeros((n, c, fh, fw, oh, ow), dtype=np.float32)
    for y in range(fh):
        for z in range(fw):
            col[:, :, y, z] = img[:, :, y : y + stride * oh : stride, z : z + stride * ow : stride]
    return col.transpose(0, 4, 5, 1, 2, 3).reshape(n * oh * ow, -1)


def col2im(col, x_shape, fh, fw, stride=1, pad=0):
    n, c, h, w = x_shape
    oh, ow = (h + 2 * pad - fh) // stride + 1, (w + 2 * pad - fw) // stride + 1
    col = col.reshape(n, oh, ow, c, fh, fw).transpose(0, 3, 4, 5, 1, 2)
    img = np.zeros((n, c, h + 2 * pad, w + 2 * pad), dtype=np.float32)
    for y in range(fh):
        for z in range(fw):
            img[:, :, y : y + stride * oh : stride, z : z + stride * ow : stride] += col[:, :, y, z]
    return img[:, :, pad : h + pad, pad : w + pad]
