# mistake: backward places the windows size apart, whatever the stride; forward uses the stride
# loses: backward for a stride other than size
class MaxPooling:
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride
        self.x_shape = None
        self.winner = None

    def forward(self, x):
        self.x_shape = x.shape
        k, s = self.size, self.stride
        oh, ow = (x.shape[2] - k) // s + 1, (x.shape[3] - k) // s + 1
        stapel = np.stack([x[:, :, i : i + s * oh : s, j : j + s * ow : s] for i in range(k) for j in range(k)])
        self.winner = stapel.argmax(axis=0)
        return stapel.max(axis=0)

    def backward(self, dout):
        n, c, h, w = self.x_shape
        dx = np.zeros(self.x_shape)
        N, C, I, J = np.indices(dout.shape)
        zeile = I * self.size + self.winner // self.size
        spalte = J * self.size + self.winner % self.size
        gut = (zeile < h) & (spalte < w)
        np.add.at(dx, (N[gut], C[gut], zeile[gut], spalte[gut]), dout[gut])
        return dx
