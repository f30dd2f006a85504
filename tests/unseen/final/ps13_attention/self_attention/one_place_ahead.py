# mistake: The causal mask lets place t see the place t + 1, too.
# loses: causal through_Wo dWo dWq dWk dWv again
class SelfAttention:
    def __init__(self, Wq, Wk, Wv, Wo, heads, causal=True):
        self.Wq, self.Wk, self.Wv, self.Wo = Wq, Wk, Wv, Wo
        self.heads = heads
        self.causal = causal
        self.attention = Attention()

    def forward(self, x):
        N, T, D = x.shape
        self.x = x
        mask = np.tri(T, T, 1, dtype=bool) if self.causal else None
        q = split_heads(x @ self.Wq, self.heads)
        k = split_heads(x @ self.Wk, self.heads)
        v = split_heads(x @ self.Wv, self.heads)
        self.y = merge_heads(self.attention.forward(q, k, v, mask))
        return self.y @ self.Wo

    def backward(self, dout):
        D = dout.shape[-1]
        x = self.x.reshape(-1, D)
        self.dWo = self.y.reshape(-1, D).T @ dout.reshape(-1, D)
        dq, dk, dv = self.attention.backward(split_heads(dout @ self.Wo.T, self.heads))
        dq, dk, dv = merge_heads(dq), merge_heads(dk), merge_heads(dv)
        self.dWq = x.T @ dq.reshape(-1, D)
        self.dWk = x.T @ dk.reshape(-1, D)
        self.dWv = x.T @ dv.reshape(-1, D)
        return dq @ self.Wq.T + dk @ self.Wk.T + dv @ self.Wv.T
