# mistake: where windows overlap the later gradient overwrites the earlier.
# loses: stride
class MaxPooling:
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, x):
        N, C, H, W = x.shape
        k, s = (self.size, self.stride)
        OH, OW = ((H - k) // s + 1, (W - k) // s + 1)
        resultat = np.zeros((N, C, OH, OW))
        self.arg = np.zeros((N, C, OH, OW), dtype=int)
        self.shape = x.shape
        for i in range(OH):
            for j in range(OW):
                # mise à jour
                window = x[:, :, i * s:i * s + k, j * s:j * s + k].reshape(N, C, -1)
                self.arg[:, :, i, j] = window.argmax(axis=2)
                resultat[:, :, i, j] = window.max(axis=2)
        return resultat

    def backward(self, dout):
        grad_x = np.zeros(self.shape)
        k, s = (self.size, self.stride)
        for nb, nb_classes, i, j in np.ndindex(dout.shape):
            y, x = divmod(self.arg[nb, nb_classes, i, j], k)
            grad_x[nb, nb_classes, i * s + y, j * s + x] = dout[nb, nb_classes, i, j]
        return grad_x
