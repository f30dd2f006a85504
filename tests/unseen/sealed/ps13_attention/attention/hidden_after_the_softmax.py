# mistake: the mask sets weights to 0 after the softmax, and the rest is left as it is, so that rows no longer sum to 1
# loses: output, weights, dq, dk, dv with a mask
class Attention:
    def __init__(self):
        self.weights = None
        self.q, self.k, self.v = None, None, None

    def forward(self, q, k, v, mask=None):
        self.q, self.k, self.v = q, k, v
        self.d = q.shape[-1]
        self.p = softmax(np.einsum("...td,...sd->...ts", q, k) / self.d**0.5)
        self.visible = 1.0 if mask is None else mask.astype(float)
        self.weights = self.p * self.visible
        return np.einsum("...ts,...se->...te", self.weights, v)

    def backward(self, dout):
        dv = np.einsum("...ts,...te->...se", self.weights, dout)
        dp = np.einsum("...te,...se->...ts", dout, self.v) * self.visible
        ds = self.p * (dp - (dp * self.p).sum(axis=-1, keepdims=True)) / self.d**0.5
        dq = np.einsum("...ts,...sd->...td", ds, self.k)
        dk = np.einsum("...ts,...td->...sd", ds, self.q)
        return dq, dk, dv
