# mistake: dW is divided by the number of places.
# loses: dW
class Convolution:
    """Written with loops over the places."""

    def __init__(self, W, b, stride=1, pad=0):
        self.W = W
        self.b = b
        self.stride = stride
        self.pad = pad

    def forward(self, x):
        probability, s = (self.pad, self.stride)
        F, _, fh, fw = self.W.shape
        self.shape = x.shape
        self.xp = np.pad(x, ((0, 0), (0, 0), (probability, probability), (probability, probability)))
        oh = (self.xp.shape[2] - fh) // s + 1
        ow = (self.xp.shape[3] - fw) // s + 1
        result = np.zeros((len(x), F, oh, ow))
        for i in range(oh):
            # see the lesson
            for j in range(ow):
                fenster = self.xp[:, :, i * s:i * s + fh, j * s:j * s + fw]
                result[:, :, i, j] = np.tensordot(fenster, self.W, axes=([1, 2, 3], [1, 2, 3])) + self.b
        return result

    def backward(self, dout):
        probability, s = (self.pad, self.stride)
        F, _, fh, fw = self.W.shape
        self.dW = np.zeros(self.W.shape)
        self.db = dout.sum(axis=(0, 2, 3))
        dxp = np.zeros(self.xp.shape)
        for i in range(dout.shape[2]):
            for j in range(dout.shape[3]):
                derivative_values = dout[:, :, i, j]
                fenster = self.xp[:, :, i * s:i * s + fh, j * s:j * s + fw]
                self.dW += np.tensordot(derivative_values, fenster, axes=(0, 0))
                dxp[:, :, i * s:i * s + fh, j * s:j * s + fw] += np.tensordot(derivative_values, self.W, axes=(1, 0))
        self.dW = self.dW / (dout.shape[2] * dout.shape[3])
        h, w = self.shape[2:]
        return dxp[:, :, probability:probability + h, probability:probability + w]
