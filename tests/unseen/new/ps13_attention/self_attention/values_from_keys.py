# mistake: the values are formed with Wk.
# loses: forward, causal, dWo, dWq, dWk, dx
class SelfAttention:
    def __init__(self, Wq, Wk, Wv, Wo, heads, causal=True):
        self.Wq, self.Wk, self.Wv, self.Wo = Wq, Wk, Wv, Wo
        self.heads, self.causal = heads, causal
        self.attention = Attention()

    def forward(self, x):
        self.x = x
        T = x.shape[1]
        q, k, v = (split_heads(x @ W, self.heads) for W in (self.Wq, self.Wk, self.Wk))
        mask = np.tril(np.ones((T, T), dtype=bool)) if self.causal else None
        self.merged = merge_heads(self.attention.forward(q, k, v, mask))
        return self.merged @ self.Wo

    def backward(self, dout):
        D = self.x.shape[-1]
        rows = lambda a: a.reshape(-1, D)
        self.dWo = rows(self.merged).T @ rows(dout)
        dmerged = dout @ self.Wo.T
        dq, dk, dv = (merge_heads(d) for d in self.attention.backward(split_heads(dmerged, self.heads)))
        self.dWq = rows(self.x).T @ rows(dq)
        self.dWk = rows(self.x).T @ rows(dk)
        self.dWv = rows(self.x).T @ rows(dv)
        return dq @ self.Wq.T + dk @ self.Wk.T + dv @ self.Wv.T
