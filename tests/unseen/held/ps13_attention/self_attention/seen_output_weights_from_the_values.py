# mistake: dWo is taken with the merged values v, as they were before the attention weighted them.
# loses: dWo

class SelfAttention:
    def __init__(self, Wq, Wk, Wv, Wo, heads, causal=True):
        self.Wq, self.Wk, self.Wv, self.Wo = Wq, Wk, Wv, Wo
        self.heads = heads
        self.causal = causal
        self.attention = Attention()
        self.dWq, self.dWk, self.dWv, self.dWo = None, None, None, None

    def forward(self, x):
        self.x, t = x, x.shape[1]
        self.v = x @ self.Wv
        out = self.attention.forward(
            split_heads(x @ self.Wq, self.heads),
            split_heads(x @ self.Wk, self.heads),
            split_heads(self.v, self.heads),
            np.tri(t, dtype=bool) if self.causal else None,
        )
        return merge_heads(out) @ self.Wo

    def backward(self, dout):
        def weight_gradient(left, right):
            return (left.swapaxes(1, 2) @ right).sum(axis=0)

        self.dWo = weight_gradient(self.v, dout)
        dq, dk, dv = map(merge_heads, self.attention.backward(split_heads(dout @ self.Wo.T, self.heads)))
        self.dWq, self.dWk, self.dWv = (weight_gradient(self.x, d) for d in (dq, dk, dv))
        return dq @ self.Wq.T + dk @ self.Wk.T + dv @ self.Wv.T
