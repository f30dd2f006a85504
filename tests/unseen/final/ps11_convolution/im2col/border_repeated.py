# mistake: im2col pads with the numbers at the border repeated, where it pads with zeros.
# loses: im2col_pad
def im2col(x, fh, fw, stride=1, pad=0):
    x = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)), mode="edge")
    views = np.lib.stride_tricks.sliding_window_view(x, (fh, fw), axis=(2, 3))[:, :, ::stride, ::stride]
    n, c, oh, ow = views.shape[:4]
    return views.transpose(0, 2, 3, 1, 4, 5).reshape(n * oh * ow, c * fh * fw)


def col2im(col, x_shape, fh, fw, stride=1, pad=0):
    n, c, h, w = x_shape
    oh = (h + 2 * pad - fh) // stride + 1
    ow = (w + 2 * pad - fw) // stride + 1
    big = np.zeros((n, c, h + 2 * pad, w + 2 * pad))
    six = col.reshape(n, oh, ow, c, fh, fw)
    for a in range(fh):
        for b in range(fw):
            big[:, :, a : a + stride * oh : stride, b : b + stride * ow : stride] += six[..., a, b].transpose(0, 3, 1, 2)
    return big[:, :, pad : pad + h, pad : pad + w]
