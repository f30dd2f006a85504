# mistake: im2col puts all the padding below and to the right of the picture
# loses: im2col with padding

def im2col(x, fh, fw, stride=1, pad=0):
    n, c, h, w = x.shape
    oh, ow = output_size(h, fh, stride, pad), output_size(w, fw, stride, pad)
    padded = np.pad(x, ((0, 0), (0, 0), (0, 2 * pad), (0, 2 * pad)))
    col = np.empty((n, oh, ow, c, fh, fw))
    for i in range(fh):
        for j in range(fw):
            part = padded[:, :, i : i + stride * oh : stride, j : j + stride * ow : stride]
            col[:, :, :, :, i, j] = part.transpose(0, 2, 3, 1)
    return col.reshape(n * oh * ow, c * fh * fw)


def col2im(col, x_shape, fh, fw, stride=1, pad=0):
    n, c, h, w = x_shape
    oh, ow = output_size(h, fh, stride, pad), output_size(w, fw, stride, pad)
    blocks = col.reshape(n, oh, ow, c, fh, fw).transpose(0, 3, 4, 5, 1, 2)
    image = np.zeros((n, c, h + 2 * pad, w + 2 * pad))
    for i in range(fh):
        for j in range(fw):
            image[:, :, i : i + stride * oh : stride, j : j + stride * ow : stride] += blocks[:, :, i, j]
    return image[:, :, pad : pad + h, pad : pad + w]
