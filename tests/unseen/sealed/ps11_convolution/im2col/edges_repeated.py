# mistake: im2col pads with the pixels of the edge, repeated, in place of zeros
# loses: im2col (padding)
def im2col(x, fh, fw, stride=1, pad=0):
    n, c, h, w = x.shape
    oh, ow = output_size(h, fh, stride, pad), output_size(w, fw, stride, pad)
    padded = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)), mode="edge")
    views = np.lib.stride_tricks.sliding_window_view(padded, (fh, fw), axis=(2, 3))[:, :, ::stride, ::stride]
    return views.transpose(0, 2, 3, 1, 4, 5).reshape(n * oh * ow, c * fh * fw)


def col2im(col, x_shape, fh, fw, stride=1, pad=0):
    n, c, h, w = x_shape
    oh, ow = output_size(h, fh, stride, pad), output_size(w, fw, stride, pad)
    parts = col.reshape(n, oh, ow, c, fh, fw).transpose(0, 3, 1, 2, 4, 5)
    out = np.zeros((n, c, h + 2 * pad, w + 2 * pad))
    for y in range(oh):
        for z in range(ow):
            out[:, :, y * stride : y * stride + fh, z * stride : z * stride + fw] += parts[:, :, y, z]
    return out[:, :, pad : pad + h, pad : pad + w]
