# mistake: The triangle of the causal mask reaches one place too far: place t sees t + 1 as well.
# loses: causal forward and backward

class SelfAttention:
    def __init__(self, Wq, Wk, Wv, Wo, heads, causal=True):
        self.Wq, self.Wk, self.Wv, self.Wo = Wq, Wk, Wv, Wo
        self.heads = heads
        self.causal = causal
        self.attention = Attention()
        self.dWq, self.dWk, self.dWv, self.dWo = None, None, None, None

    def forward(self, x):
        self.x = x
        q, k, v = (split_heads(x @ W, self.heads) for W in (self.Wq, self.Wk, self.Wv))
        T = x.shape[1]
        mask = np.tril(np.ones((T, T), dtype=bool), 1) if self.causal else None
        self.merged = merge_heads(self.attention.forward(q, k, v, mask))
        return self.merged @ self.Wo

    def backward(self, dout):
        self.dWo = np.einsum("nti,ntj->ij", self.merged, dout)
        d = split_heads(dout @ self.Wo.T, self.heads)
        dq, dk, dv = (merge_heads(g) for g in self.attention.backward(d))
        self.dWq = np.einsum("nti,ntj->ij", self.x, dq)
        self.dWk = np.einsum("nti,ntj->ij", self.x, dk)
        self.dWv = np.einsum("nti,ntj->ij", self.x, dv)
        return dq @ self.Wq.T + dk @ self.Wk.T + dv @ self.Wv.T
