# mistake: a pixel that wins in several windows keeps the gradient of the last one alone
# loses: dx where windows overlap

class MaxPooling:
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = stride if stride is not None else size

    def forward(self, x):
        n, c, h, w = x.shape
        self.x_shape = x.shape
        hoehe = (h - self.size) // self.stride + 1
        breite = (w - self.size) // self.stride + 1
        out = np.empty((n, c, hoehe, breite))
        self.sieger = {}
        for stelle in np.ndindex(out.shape):
            bild, kanal, i, j = stelle
            groesster = -np.inf
            for a in range(i * self.stride, i * self.stride + self.size):
                for b in range(j * self.stride, j * self.stride + self.size):
                    if x[bild, kanal, a, b] > groesster:
                        groesster = x[bild, kanal, a, b]
                        self.sieger[stelle] = bild, kanal, a, b
            out[stelle] = groesster
        return out

    def backward(self, dout):
        dx = np.zeros(self.x_shape)
        for stelle, ort in self.sieger.items():
            dx[ort] = dout[stelle]
        return dx
