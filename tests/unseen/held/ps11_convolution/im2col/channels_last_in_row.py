# mistake: the columns of im2col run over fh, fw, c instead of c, fh, fw
# loses: the order of columns with several channels

def im2col(x, fh, fw, stride=1, pad=0):
    n, c, h, w = x.shape
    rand = np.zeros((n, c, h + 2 * pad, w + 2 * pad))
    rand[:, :, pad : pad + h, pad : pad + w] = x
    zeilen = []
    for bild in rand:
        for oben in range(0, h + 2 * pad - fh + 1, stride):
            for links in range(0, w + 2 * pad - fw + 1, stride):
                zeilen.append(bild[:, oben : oben + fh, links : links + fw].transpose(1, 2, 0).ravel())
    return np.array(zeilen)


def col2im(col, x_shape, fh, fw, stride=1, pad=0):
    n, c, h, w = x_shape
    hoch, breit = h + 2 * pad, w + 2 * pad
    rand = np.zeros((n, c, hoch, breit))
    zeilen = iter(col)
    for bild in rand:
        for oben in range(0, hoch - fh + 1, stride):
            for links in range(0, breit - fw + 1, stride):
                bild[:, oben : oben + fh, links : links + fw] += next(zeilen).reshape(c, fh, fw)
    return rand[:, :, pad : hoch - pad, pad : breit - pad]
