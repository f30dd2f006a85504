# mistake: of equal maxima the last one gets the gradient.
# loses: ties
class MaxPooling:
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, x):
        N, C, H, W = x.shape
        k, s = (self.size, self.stride)
        OH, OW = ((H - k) // s + 1, (W - k) // s + 1)
        ausgabe = np.zeros((N, C, OH, OW))
        self.arg = np.zeros((N, C, OH, OW), dtype=int)
        self.shape = x.shape
        for nr in range(OH):
            for j in range(OW):
                window = x[:, :, nr * s:nr * s + k, j * s:j * s + k].reshape(N, C, -1)
                self.arg[:, :, nr, j] = window.shape[2] - 1 - window[:, :, ::-1].argmax(axis=2)
                ausgabe[:, :, nr, j] = window.max(axis=2)
        return ausgabe

    def backward(self, dout):
        rueck = np.zeros(self.shape)
        k, s = (self.size, self.stride)
        for anzahl, klassen, nr, j in np.ndindex(dout.shape):
            y, x = divmod(self.arg[anzahl, klassen, nr, j], k)
            rueck[anzahl, klassen, nr * s + y, j * s + x] += dout[anzahl, klassen, nr, j]
        return rueck
