# mistake: Weights of hidden places are set to 0 after softmax, so those of a row no longer add up to 1.
# loses: mask through_softmax
class Attention:
    def __init__(self):
        self.weights = None
        self.q, self.k, self.v = None, None, None

    def forward(self, q, k, v, mask=None):
        self.q, self.k, self.v = q, k, v
        self.p = softmax(q @ k.swapaxes(-2, -1) / np.sqrt(q.shape[-1]))
        self.m = np.ones(self.p.shape[-2:]) if mask is None else mask
        self.weights = self.p * self.m
        return self.weights @ v

    def backward(self, dout):
        dv = self.weights.swapaxes(-2, -1) @ dout
        dp = (dout @ self.v.swapaxes(-2, -1)) * self.m
        ds = softmax_backward(dp, self.p)
        root = np.sqrt(self.q.shape[-1])
        return ds @ self.k / root, ds.swapaxes(-2, -1) @ self.q / root, dv
