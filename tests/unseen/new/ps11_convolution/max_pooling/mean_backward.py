# mistake: backward shares the gradient out equally over the window.
# loses: backward, ties
class MaxPooling:
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, x):
        N, C, H, W = x.shape
        k, s = (self.size, self.stride)
        OH, OW = ((H - k) // s + 1, (W - k) // s + 1)
        result = np.zeros((N, C, OH, OW))
        self.arg = np.zeros((N, C, OH, OW), dtype=int)
        self.shape = x.shape
        for i in range(OH):
            for j in range(OW):
                window = x[:, :, i * s:i * s + k, j * s:j * s + k].reshape(N, C, -1)
                self.arg[:, :, i, j] = window.argmax(axis=2)
                # compute the result
                result[:, :, i, j] = window.max(axis=2)
        return result

    def backward(self, dout):
        grad_input = np.zeros(self.shape)
        k, s = (self.size, self.stride)
        for num_samples, num_classes, i, j in np.ndindex(dout.shape):
            grad_input[num_samples, num_classes, i * s:i * s + k, j * s:j * s + k] += dout[num_samples, num_classes, i, j] / (k * k)
        return grad_input
