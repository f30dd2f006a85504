# mistake: The mask is read as True where looking is forbidden, where it is True where it is allowed.
# loses: mask
class Attention:
    """as nn.MultiheadAttention, where True in attn_mask means: not allowed"""

    def __init__(self):
        self.weights = None

    def forward(self, q, k, v, mask=None):
        self.q, self.k, self.v = q, k, v
        scores = np.matmul(q, np.transpose(k, (0, 2, 1))) / np.sqrt(q.shape[2])
        if mask is not None:
            scores[:, mask] = -1e9
        self.weights = softmax(scores)
        return np.matmul(self.weights, v)

    def backward(self, dout):
        dv = np.matmul(np.transpose(self.weights, (0, 2, 1)), dout)
        dweights = np.matmul(dout, np.transpose(self.v, (0, 2, 1)))
        dscores = softmax_backward(dweights, self.weights) / np.sqrt(self.q.shape[2])
        dq = np.matmul(dscores, self.k)
        dk = np.matmul(np.transpose(dscores, (0, 2, 1)), self.q)
        return dq, dk, dv
