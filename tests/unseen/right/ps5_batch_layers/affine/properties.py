# mistake: none: dW and db are properties computed from what backward kept
# loses: nothing
class Affine:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self._kept = x.copy()
        return np.tensordot(x.reshape(len(x), -1), self.W, 1) + self.b

    def backward(self, dout):
        self._dout = dout.copy()
        return np.dot(dout, np.transpose(self.W)).reshape(*self._kept.shape)

    @property
    def dW(self):
        return np.einsum("nd,nm->dm", self._kept.reshape(len(self._kept), -1), self._dout)

    @property
    def db(self):
        return np.einsum("nm->m", self._dout)
