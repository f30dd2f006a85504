# mistake: backward leaves Wo out on the way to the heads.
# loses: through_Wo
class SelfAttention:
    def __init__(self, Wq, Wk, Wv, Wo, heads, causal=True):
        self.Wq, self.Wk, self.Wv, self.Wo = (Wq, Wk, Wv, Wo)
        self.heads, self.causal = (heads, causal)
        self.attention = Attention()

    def forward(self, x):
        self.x = x
        T = x.shape[1]
        q, k, v = (split_heads(np.dot(x, W), self.heads) for W in (self.Wq, self.Wk, self.Wv))
        mask = np.tril(np.ones((T, T), dtype=bool)) if self.causal else None
        self.merged = merge_heads(self.attention.forward(q, k, v, mask))
        return np.dot(self.merged, self.Wo)

    def backward(self, dout):
        D = self.x.shape[-1]
        rows = lambda a: a.reshape(-1, D)
        self.dWo = np.dot(rows(self.merged).T, rows(dout))
        dmerged = dout
        dq, dk, dv = (merge_heads(d) for d in self.attention.backward(split_heads(dmerged, self.heads)))
        self.dWq = np.dot(rows(self.x).T, rows(dq))
        self.dWk = np.dot(rows(self.x).T, rows(dk))
        self.dWv = np.dot(rows(self.x).T, rows(dv))
        return np.dot(dq, self.Wq.T) + np.dot(dk, self.Wk.T) + np.dot(dv, self.Wv.T)
