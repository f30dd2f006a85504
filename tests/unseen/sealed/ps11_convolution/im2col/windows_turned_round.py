# mistake: each window is laid down from its last pixel to its first, as a convolution in the mathematical sense would; col2im turns it back
# loses: im2col, col2im
def im2col(x, fh, fw, stride=1, pad=0):
    n, c, h, w = x.shape
    oh, ow = output_size(h, fh, stride, pad), output_size(w, fw, stride, pad)
    xp = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    out = np.zeros((n, oh, ow, c, fh, fw))
    for p in range(oh):
        for q in range(ow):
            fenetre = xp[:, :, p * stride : p * stride + fh, q * stride : q * stride + fw]
            out[:, p, q] = fenetre[:, :, ::-1, ::-1]
    return out.reshape(n * oh * ow, c * fh * fw)


def col2im(col, x_shape, fh, fw, stride=1, pad=0):
    n, c, h, w = x_shape
    oh, ow = output_size(h, fh, stride, pad), output_size(w, fw, stride, pad)
    col = col.reshape(n, oh, ow, c, fh, fw)[..., ::-1, ::-1]
    xp = np.zeros((n, c, h + 2 * pad, w + 2 * pad))
    for p in range(oh):
        for q in range(ow):
            xp[:, :, p * stride : p * stride + fh, q * stride : q * stride + fw] += col[:, p, q]
    return xp[:, :, pad : pad + h, pad : pad + w]
