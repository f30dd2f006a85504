# mistake: The queries are scaled so that scores are divided by √D in the end, the whole width, where they are divided by √(D/heads), the width of a head.
# loses: forward causal through_Wo dWo dWq dWk dWv again
class SelfAttention:
    def __init__(self, Wq, Wk, Wv, Wo, heads, causal=True):
        self.Wq, self.Wk, self.Wv, self.Wo = Wq, Wk, Wv, Wo
        self.heads = heads
        self.causal = causal
        self.attention = Attention()

    def forward(self, x):
        self.x = x
        D = x.shape[-1]
        self.factor = np.sqrt(D / self.heads) / np.sqrt(D)
        q = split_heads(x @ self.Wq * self.factor, self.heads)
        k = split_heads(x @ self.Wk, self.heads)
        v = split_heads(x @ self.Wv, self.heads)
        mask = np.tri(x.shape[1], dtype=bool) if self.causal else None
        self.merged = merge_heads(self.attention.forward(q, k, v, mask))
        return self.merged @ self.Wo

    def backward(self, dout):
        self.dWo = np.tensordot(self.merged, dout, axes=([0, 1], [0, 1]))
        dq, dk, dv = self.attention.backward(split_heads(dout @ self.Wo.T, self.heads))
        dq = merge_heads(dq) * self.factor
        dk, dv = merge_heads(dk), merge_heads(dv)
        self.dWq = np.tensordot(self.x, dq, axes=([0, 1], [0, 1]))
        self.dWk = np.tensordot(self.x, dk, axes=([0, 1], [0, 1]))
        self.dWv = np.tensordot(self.x, dv, axes=([0, 1], [0, 1]))
        return dq @ self.Wq.T + dk @ self.Wk.T + dv @ self.Wv.T
