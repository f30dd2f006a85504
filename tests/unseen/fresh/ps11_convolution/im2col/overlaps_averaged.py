# mistake: col2im divides each pixel by the number of windows it stands in
# loses: col2im

def im2col(x, fh, fw, stride=1, pad=0):
    n, c, h, w = x.shape
    oh = (h + 2 * pad - fh) // stride + 1
    ow = (w + 2 * pad - fw) // stride + 1
    rand = np.zeros((n, c, h + 2 * pad, w + 2 * pad))
    rand[:, :, pad : pad + h, pad : pad + w] = x
    zeilen = []
    for bild in range(n):
        for i in range(oh):
            for j in range(ow):
                fenster = rand[bild, :, i * stride : i * stride + fh, j * stride : j * stride + fw]
                zeilen.append(fenster.flatten())
    return np.array(zeilen)


def col2im(col, x_shape, fh, fw, stride=1, pad=0):
    n, c, h, w = x_shape
    oh = (h + 2 * pad - fh) // stride + 1
    ow = (w + 2 * pad - fw) // stride + 1
    summe = np.zeros((n, c, h + 2 * pad, w + 2 * pad))
    zeile = 0
    wie_oft = np.zeros_like(summe)
    for bild in range(n):
        for i in range(oh):
            for j in range(ow):
                fenster = col[zeile].reshape(c, fh, fw)
                summe[bild, :, i * stride : i * stride + fh, j * stride : j * stride + fw] += fenster
                wie_oft[bild, :, i * stride : i * stride + fh, j * stride : j * stride + fw] += 1
                zeile += 1
    summe = summe / np.maximum(wie_oft, 1)
    return summe[:, :, pad : pad + h, pad : pad + w]
