# mistake: What the attention's backward returns is taken as (dv, dk, dq), so the gradients of q and v are exchanged.
# loses: dWq dWv dx
class SelfAttention:
    def __init__(self, Wq, Wk, Wv, Wo, heads, causal=True):
        self.Wq, self.Wk, self.Wv, self.Wo = Wq, Wk, Wv, Wo
        self.heads = heads
        self.causal = causal
        self.attention = Attention()

    def forward(self, x):
        self.x = x
        T = x.shape[1]
        q, k, v = x @ self.Wq, x @ self.Wk, x @ self.Wv
        q, k, v = split_heads(q, self.heads), split_heads(k, self.heads), split_heads(v, self.heads)
        if self.causal:
            out = self.attention.forward(q, k, v, np.tril(np.ones((T, T))).astype(bool))
        else:
            out = self.attention.forward(q, k, v)
        self.out = merge_heads(out)
        return self.out @ self.Wo

    def backward(self, dout):
        flat = lambda a: a.reshape(-1, a.shape[-1])
        self.dWo = flat(self.out).T @ flat(dout)
        dv, dk, dq = self.attention.backward(split_heads(dout @ self.Wo.T, self.heads))
        dq, dk, dv = merge_heads(dq), merge_heads(dk), merge_heads(dv)
        self.dWq = flat(self.x).T @ flat(dq)
        self.dWk = flat(self.x).T @ flat(dk)
        self.dWv = flat(self.x).T @ flat(dv)
        return dq @ self.Wq.T + dk @ self.Wk.T + dv @ self.Wv.T
