# mistake: The rows of im2col run over OH, OW, n, so the windows of all samples alternate.
# loses: order of im2col's rows for several samples

def im2col(x, fh, fw, stride=1, pad=0):
    n, c, h, w = x.shape
    xp = np.pad(x, [(0, 0), (0, 0), (pad, pad), (pad, pad)])
    rows = []
    for i in range(output_size(h, fh, stride, pad)):
        for j in range(output_size(w, fw, stride, pad)):
            for sample in xp:
                window = sample[:, i * stride : i * stride + fh, j * stride : j * stride + fw]
                rows.append(window.ravel())
    return np.array(rows)


def col2im(col, x_shape, fh, fw, stride=1, pad=0):
    n, c, h, w = x_shape
    xp = np.zeros((n, c, h + 2 * pad, w + 2 * pad))
    rows = iter(col)
    for k in range(n):
        for i in range(output_size(h, fh, stride, pad)):
            for j in range(output_size(w, fw, stride, pad)):
                xp[k, :, i * stride : i * stride + fh, j * stride : j * stride + fw] += next(rows).reshape(c, fh, fw)
    return xp[:, :, pad : pad + h, pad : pad + w]
