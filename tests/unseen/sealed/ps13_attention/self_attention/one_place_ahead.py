# mistake: the causal mask is np.tri(T, k=1): each place sees the next one, too
# loses: forward and the gradients with causal
class SelfAttention:
    def __init__(self, Wq, Wk, Wv, Wo, heads, causal=True):
        self.Wq, self.Wk, self.Wv, self.Wo = Wq, Wk, Wv, Wo
        self.heads = heads
        self.causal = causal
        self.attention = Attention()
        self.dWq, self.dWk, self.dWv, self.dWo = None, None, None, None

    def forward(self, x):
        T = x.shape[1]
        self.x = x
        q, k, v = (split_heads(x @ W, self.heads) for W in (self.Wq, self.Wk, self.Wv))
        mask = np.tri(T, k=1, dtype=bool) if self.causal else None
        self.merged = merge_heads(self.attention.forward(q, k, v, mask))
        return self.merged @ self.Wo

    def backward(self, dout):
        D = dout.shape[-1]
        x2 = self.x.reshape(-1, D)
        self.dWo = self.merged.reshape(-1, D).T @ dout.reshape(-1, D)
        dq, dk, dv = self.attention.backward(split_heads(dout @ self.Wo.T, self.heads))
        dq, dk, dv = merge_heads(dq), merge_heads(dk), merge_heads(dv)
        self.dWq = x2.T @ dq.reshape(-1, D)
        self.dWk = x2.T @ dk.reshape(-1, D)
        self.dWv = x2.T @ dv.reshape(-1, D)
        return dq @ self.Wq.T + dk @ self.Wk.T + dv @ self.Wv.T
