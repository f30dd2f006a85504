# mistake: the input is added to the result, and dout to dx: the way round it, which belongs to the block
# loses: forward, dx
class SelfAttention:
    def __init__(self, Wq, Wk, Wv, Wo, heads, causal=True):
        self.Wq, self.Wk, self.Wv, self.Wo = Wq, Wk, Wv, Wo
        self.heads = heads
        self.causal = causal
        self.attention = Attention()
        self.dWq, self.dWk, self.dWv, self.dWo = None, None, None, None

    def _mask(self, T):
        return np.tri(T, dtype=bool) if self.causal else None

    def forward(self, x):
        h = self.heads
        self.x = x
        ctx = self.attention.forward(
            split_heads(x @ self.Wq, h), split_heads(x @ self.Wk, h), split_heads(x @ self.Wv, h), self._mask(x.shape[1])
        )
        self.ctx = merge_heads(ctx)
        return x + self.ctx @ self.Wo

    def backward(self, dout):
        self.dWo = np.einsum("nti,ntj->ij", self.ctx, dout)
        back = self.attention.backward(split_heads(dout @ self.Wo.T, self.heads))
        dx = dout.copy()
        for name, d in zip(("Wq", "Wk", "Wv"), back):
            d = merge_heads(d)
            setattr(self, "d" + name, np.einsum("nti,ntj->ij", self.x, d))
            dx += d @ getattr(self, name).T
        return dx
