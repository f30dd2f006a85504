# mistake: a place doesn't see itself, but for the first.
# loses: causal, through_Wo, dWo, dWq, dWk, dWv, dx, again
class SelfAttention:
    def __init__(self, Wq, Wk, Wv, Wo, heads, causal=True):
        self.Wq, self.Wk, self.Wv, self.Wo = (Wq, Wk, Wv, Wo)
        self.heads, self.causal = (heads, causal)
        self.attention = Attention()

    def forward(self, x):
        self.x = x
        T = x.shape[1]
        q, k, v = (split_heads(x.dot(W), self.heads) for W in (self.Wq, self.Wk, self.Wv))
        mask = np.tril(np.ones((T, T), dtype=bool), -1) if self.causal else None
        if mask is not None:
            mask[0, 0] = True
        self.merged = merge_heads(self.attention.forward(q, k, v, mask))
        return self.merged.dot(self.Wo)

    def backward(self, dout):
        D = self.x.shape[-1]
        rows = lambda a: a.reshape(-1, D)
        self.dWo = rows(self.merged).T.dot(rows(dout))
        dmerged = dout.dot(self.Wo.T)
        dq, dk, dv = (merge_heads(d) for d in self.attention.backward(split_heads(dmerged, self.heads)))
        self.dWq = rows(self.x).T.dot(rows(dq))
        self.dWk = rows(self.x).T.dot(rows(dk))
        self.dWv = rows(self.x).T.dot(rows(dv))
        return dq.dot(self.Wq.T) + dk.dot(self.Wk.T) + dv.dot(self.Wv.T)
