# mistake: the values are computed with Wk, a slip in copying a line; the way back is that of Wv
# loses: forward, dx, dWq, dWk, dWo
class SelfAttention:
    def __init__(self, Wq, Wk, Wv, Wo, heads, causal=True):
        self.Wq, self.Wk, self.Wv, self.Wo = Wq, Wk, Wv, Wo
        self.heads = heads
        self.causal = causal
        self.attention = Attention()
        self.dWq, self.dWk, self.dWv, self.dWo = None, None, None, None

    def forward(self, x):
        self.x = x
        q = x @ self.Wq
        k = x @ self.Wk
        v = x @ self.Wk
        q, k, v = split_heads(q, self.heads), split_heads(k, self.heads), split_heads(v, self.heads)
        mask = None
        if self.causal:
            mask = ~np.triu(np.ones((x.shape[1], x.shape[1]), dtype=bool), 1)
        o = self.attention.forward(q, k, v, mask)
        self.o = merge_heads(o)
        return self.o @ self.Wo

    def backward(self, dout):
        N, T, D = dout.shape
        do = dout @ self.Wo.T
        dq, dk, dv = self.attention.backward(split_heads(do, self.heads))
        dq, dk, dv = merge_heads(dq), merge_heads(dk), merge_heads(dv)
        self.dWo = np.zeros((D, D))
        self.dWq = np.zeros((D, D))
        self.dWk = np.zeros((D, D))
        self.dWv = np.zeros((D, D))
        for n in range(N):
            self.dWo += self.o[n].T @ dout[n]
            self.dWq += self.x[n].T @ dq[n]
            self.dWk += self.x[n].T @ dk[n]
            self.dWv += self.x[n].T @ dv[n]
        return dq @ self.Wq.T + dk @ self.Wk.T + dv @ self.Wv.T
