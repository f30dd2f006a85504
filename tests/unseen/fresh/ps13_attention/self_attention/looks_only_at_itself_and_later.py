# mistake: the causal mask is the upper triangle: place t sees s >= t
# loses: causal

class SelfAttention:
    def __init__(self, Wq, Wk, Wv, Wo, heads, causal=True):
        self.Wq, self.Wk, self.Wv, self.Wo = Wq, Wk, Wv, Wo
        self.heads = heads
        self.causal = causal
        self.attention = Attention()
        self.dWq = self.dWk = self.dWv = self.dWo = None

    def forward(self, x):
        self.x = x
        places = x.shape[1]
        mask = np.triu(np.ones((places, places), dtype=bool)) if self.causal else None
        q, k, v = (split_heads(x @ W, self.heads) for W in (self.Wq, self.Wk, self.Wv))
        self.merged = merge_heads(self.attention.forward(q, k, v, mask))
        return self.merged @ self.Wo

    def backward(self, dout):
        product = lambda a, d: np.einsum("nti,ntj->ij", a, d)
        self.dWo = product(self.merged, dout)
        dmerged = dout @ self.Wo.T
        dq, dk, dv = map(merge_heads, self.attention.backward(split_heads(dmerged, self.heads)))
        self.dWq = product(self.x, dq)
        self.dWk = product(self.x, dk)
        self.dWv = product(self.x, dv)
        return dq @ self.Wq.T + dk @ self.Wk.T + dv @ self.Wv.T
