# mistake: the rows of im2col run over places first and over samples last (OH, OW, n); col2im reads them in the same order
# loses: im2col (the order of the rows), col2im, where there are several samples
def im2col(x, fh, fw, stride=1, pad=0):
    n, c, h, w = x.shape
    OH, OW = output_size(h, fh, stride, pad), output_size(w, fw, stride, pad)
    x = np.pad(x, [(0, 0), (0, 0), (pad, pad), (pad, pad)], mode="constant")
    rows = []
    for a in range(OH):
        for b in range(OW):
            for sample in range(n):
                window = x[sample, :, a * stride : a * stride + fh, b * stride : b * stride + fw]
                rows.append(window.ravel())
    return np.array(rows)


def col2im(col, x_shape, fh, fw, stride=1, pad=0):
    n, c, h, w = x_shape
    OH, OW = output_size(h, fh, stride, pad), output_size(w, fw, stride, pad)
    img = np.zeros((n, c, h + 2 * pad, w + 2 * pad))
    r = 0
    for a in range(OH):
        for b in range(OW):
            for sample in range(n):
                img[sample, :, a * stride : a * stride + fh, b * stride : b * stride + fw] += col[r].reshape(c, fh, fw)
                r += 1
    return img[:, :, pad : h + pad, pad : w + pad]
