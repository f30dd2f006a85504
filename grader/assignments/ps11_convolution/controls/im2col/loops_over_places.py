def im2col(x, fh, fw, stride=1, pad=0):
    n, c, h, w = x.shape
    big = np.zeros((n, c, h + 2 * pad, w + 2 * pad))
    big[:, :, pad : pad + h, pad : pad + w] = x
    rows = []
    for picture in big:
        for top in range(0, h + 2 * pad - fh + 1, stride):
            for left in range(0, w + 2 * pad - fw + 1, stride):
                rows.append(picture[:, top : top + fh, left : left + fw].ravel())
    return np.array(rows)


def col2im(col, x_shape, fh, fw, stride=1, pad=0):
    n, c, h, w = x_shape
    big, row = np.zeros((n, c, h + 2 * pad, w + 2 * pad)), 0
    for picture in big:
        for top in range(0, h + 2 * pad - fh + 1, stride):
            for left in range(0, w + 2 * pad - fw + 1, stride):
                picture[:, top : top + fh, left : left + fw] += col[row].reshape(c, fh, fw)
                row += 1
    return big[:, :, pad : pad + h, pad : pad + w]
