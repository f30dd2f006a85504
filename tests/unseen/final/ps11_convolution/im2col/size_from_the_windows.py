# mistake: col2im makes its picture as large as the windows reach, stride·(OH − 1) + fh, so rows and columns that no window looked at are missing.
# loses: col2im_stride
def places(size, window, stride, pad):
    return (size + 2 * pad - window) // stride + 1


def im2col(x, fh, fw, stride=1, pad=0):
    n, c, h, w = x.shape
    oh, ow = places(h, fh, stride, pad), places(w, fw, stride, pad)
    padded = np.pad(x, [(0, 0), (0, 0), (pad, pad), (pad, pad)])
    rows = []
    for image in padded:
        for i in range(oh):
            for j in range(ow):
                rows.append(image[:, i * stride : i * stride + fh, j * stride : j * stride + fw].ravel())
    return np.array(rows)


def col2im(col, x_shape, fh, fw, stride=1, pad=0):
    n, c, h, w = x_shape
    oh, ow = places(h, fh, stride, pad), places(w, fw, stride, pad)
    image = np.zeros((n, c, stride * (oh - 1) + fh, stride * (ow - 1) + fw))
    patches = col.reshape(n, oh, ow, c, fh, fw)
    for i in range(oh):
        for j in range(ow):
            image[:, :, i * stride : i * stride + fh, j * stride : j * stride + fw] += patches[:, i, j]
    return image[:, :, pad : pad + h, pad : pad + w]
