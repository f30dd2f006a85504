# mistake: col2im takes the padding off with [pad:-pad], which is empty where pad is 0.
# loses: col2im without padding

def im2col(x, fh, fw, stride=1, pad=0):
    n, c, h, w = x.shape
    oh = output_size(h, fh, stride, pad)
    ow = output_size(w, fw, stride, pad)
    img = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    col = np.zeros((n, c, fh, fw, oh, ow))
    for y in range(fh):
        for s in range(fw):
            col[:, :, y, s] = img[:, :, y : y + stride * oh : stride, s : s + stride * ow : stride]
    return col.transpose(0, 4, 5, 1, 2, 3).reshape(n * oh * ow, -1)


def col2im(col, x_shape, fh, fw, stride=1, pad=0):
    n, c, h, w = x_shape
    oh = output_size(h, fh, stride, pad)
    ow = output_size(w, fw, stride, pad)
    col = col.reshape(n, oh, ow, c, fh, fw).transpose(0, 3, 4, 5, 1, 2)
    img = np.zeros((n, c, h + 2 * pad, w + 2 * pad))
    for y in range(fh):
        for s in range(fw):
            img[:, :, y : y + stride * oh : stride, s : s + stride * ow : stride] += col[:, :, y, s]
    return img[:, :, pad:-pad, pad:-pad]
