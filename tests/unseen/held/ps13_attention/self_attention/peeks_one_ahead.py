# mistake: the causal mask lets place t see the place t + 1 as well
# loses: the output where causal

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
        q = split_heads(x @ self.Wq, self.heads)
        k = split_heads(x @ self.Wk, self.heads)
        v = split_heads(x @ self.Wv, self.heads)
        mask = np.tri(T, k=1, dtype=bool) if self.causal else None
        self.merged = merge_heads(self.attention.forward(q, k, v, mask))
        return self.merged @ self.Wo

    def backward(self, dout):
        D = dout.shape[-1]
        flat = lambda a: a.reshape(-1, D)
        self.dWo = flat(self.merged).T @ flat(dout)
        dheads = split_heads(dout @ self.Wo.T, self.heads)
        dq, dk, dv = [merge_heads(g) for g in self.attention.backward(dheads)]
        self.dWq = flat(self.x).T @ flat(dq)
        self.dWk = flat(self.x).T @ flat(dk)
        self.dWv = flat(self.x).T @ flat(dv)
        dx = dq @ self.Wq.T + dk @ self.Wk.T + dv @ self.Wv.T
        return dx
