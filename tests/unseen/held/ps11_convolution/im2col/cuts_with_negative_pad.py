# mistake: col2im cuts the border off with pad:-pad, which leaves nothing where pad is 0
# loses: the shape of col2im without padding

def im2col(x, fh, fw, stride=1, pad=0):
    n, c, h, w = x.shape
    rand = np.zeros((n, c, h + 2 * pad, w + 2 * pad))
    rand[:, :, pad : pad + h, pad : pad + w] = x
    zeilen = []
    for bild in rand:
        for oben in range(0, h + 2 * pad - fh + 1, stride):
            for links in range(0, w + 2 * pad - fw + 1, stride):
                zeilen.append(bild[:, oben : oben + fh, links : links + fw].ravel())
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
    return rand[:, :, pad:-pad, pad:-pad]
