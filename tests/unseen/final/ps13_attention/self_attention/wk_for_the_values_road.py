# mistake: On the way back the road of the values goes through Wkᵀ and that of the keys through Wvᵀ.
# loses: dx
class SelfAttention:
    def __init__(self, Wq, Wk, Wv, Wo, heads, causal=True):
        self.Wq, self.Wk, self.Wv, self.Wo = Wq, Wk, Wv, Wo
        self.heads = heads
        self.causal = causal
        self.attention = Attention()

    def forward(self, x):
        self.x = x
        mask = np.tri(x.shape[1], dtype=bool) if self.causal else None
        q, k, v = (split_heads(x @ W, self.heads) for W in (self.Wq, self.Wk, self.Wv))
        self.y = merge_heads(self.attention.forward(q, k, v, mask))
        return self.y @ self.Wo

    def backward(self, dout):
        pair = lambda a, b: np.einsum("nti,ntj->ij", a, b)
        self.dWo = pair(self.y, dout)
        dq, dk, dv = map(merge_heads, self.attention.backward(split_heads(dout @ self.Wo.T, self.heads)))
        self.dWq, self.dWk, self.dWv = pair(self.x, dq), pair(self.x, dk), pair(self.x, dv)
        return dq @ self.Wq.T + dk @ self.Wv.T + dv @ self.Wk.T
