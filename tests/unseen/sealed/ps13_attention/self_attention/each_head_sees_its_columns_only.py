# mistake: x is split into heads before the projections, and each head multiplies its columns by its own diagonal block of Wq, Wk, Wv; the rest of these matrices is never used
# loses: forward, dx, dWq, dWk, dWv (with several heads)
class SelfAttention:
    def __init__(self, Wq, Wk, Wv, Wo, heads, causal=True):
        self.Wq, self.Wk, self.Wv, self.Wo = Wq, Wk, Wv, Wo
        self.heads = heads
        self.causal = causal
        self.attention = Attention()
        self.dWq, self.dWk, self.dWv, self.dWo = None, None, None, None

    def blocks(self, W):
        w = W.shape[0] // self.heads
        return np.array([W[i * w : (i + 1) * w, i * w : (i + 1) * w] for i in range(self.heads)])

    def forward(self, x):
        T = x.shape[1]
        self.xh = split_heads(x, self.heads)
        q, k, v = [self.xh @ self.blocks(W) for W in (self.Wq, self.Wk, self.Wv)]
        mask = np.tril(np.ones((T, T), bool)) if self.causal else None
        self.cat = merge_heads(self.attention.forward(q, k, v, mask))
        return self.cat @ self.Wo

    def backward(self, dout):
        self.dWo = np.einsum("nti,ntj->ij", self.cat, dout)
        ds = self.attention.backward(split_heads(dout @ self.Wo.T, self.heads))
        dxh = 0
        w = self.xh.shape[-1]
        full = []
        for d, W in zip(ds, (self.Wq, self.Wk, self.Wv)):
            dxh = dxh + d @ self.blocks(W).swapaxes(-1, -2)
            dW = np.zeros_like(W)
            for i in range(self.heads):
                dW[i * w : (i + 1) * w, i * w : (i + 1) * w] = np.einsum("nti,ntj->ij", self.xh[:, i], d[:, i])
            full.append(dW)
        self.dWq, self.dWk, self.dWv = full
        return merge_heads(dxh)
