# mistake: the queries are divided by the root of D/heads before they go into the attention, which divides the scores itself
# loses: forward and the gradients
class SelfAttention:
    def __init__(self, Wq, Wk, Wv, Wo, heads, causal=True):
        self.Wq, self.Wk, self.Wv, self.Wo = Wq, Wk, Wv, Wo
        self.heads = heads
        self.causal = causal
        self.attention = Attention()
        self.dWq, self.dWk, self.dWv, self.dWo = None, None, None, None

    def forward(self, x):
        N, T, D = x.shape
        self.x = x
        self.wurzel = np.sqrt(D / self.heads)
        q = split_heads(x @ self.Wq / self.wurzel, self.heads)
        k = split_heads(x @ self.Wk, self.heads)
        v = split_heads(x @ self.Wv, self.heads)
        maske = np.tri(T).astype(bool) if self.causal else None
        self.koepfe = merge_heads(self.attention.forward(q, k, v, maske))
        return self.koepfe @ self.Wo

    def backward(self, dout):
        N, T, D = dout.shape
        flach = lambda a: a.reshape(N * T, D)
        self.dWo = flach(self.koepfe).T @ flach(dout)
        dq, dk, dv = self.attention.backward(split_heads(dout @ self.Wo.T, self.heads))
        dq = merge_heads(dq) / self.wurzel
        dk = merge_heads(dk)
        dv = merge_heads(dv)
        self.dWq = flach(self.x).T @ flach(dq)
        self.dWk = flach(self.x).T @ flach(dk)
        self.dWv = flach(self.x).T @ flach(dv)
        dx = dq @ self.Wq.T + dk @ self.Wk.T + dv @ self.Wv.T
        return dx
