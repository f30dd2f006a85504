# mistake: The causal mask is made in the first forward and kept, so a later x with another T gets one of the wrong size.
# loses: again
class SelfAttention:
    def __init__(self, Wq, Wk, Wv, Wo, heads, causal=True):
        self.Wq, self.Wk, self.Wv, self.Wo = Wq, Wk, Wv, Wo
        self.heads, self.causal = heads, causal
        self.attention = Attention()
        self.mask = None

    def forward(self, x):
        self.x = x
        if self.causal and self.mask is None:
            self.mask = np.tril(np.ones((x.shape[1], x.shape[1]), dtype=bool))
        q, k, v = (split_heads(x @ W, self.heads) for W in (self.Wq, self.Wk, self.Wv))
        self.merged = merge_heads(self.attention.forward(q, k, v, self.mask))
        return self.merged @ self.Wo

    def backward(self, dout):
        self.dWo = np.einsum("ntd,nte->de", self.merged, dout)
        d = self.attention.backward(split_heads(dout @ self.Wo.T, self.heads))
        dq, dk, dv = (merge_heads(one) for one in d)
        self.dWq, self.dWk, self.dWv = (np.einsum("ntd,nte->de", self.x, one) for one in (dq, dk, dv))
        return dq @ self.Wq.T + dk @ self.Wk.T + dv @ self.Wv.T
