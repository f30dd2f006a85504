# mistake: dWo is taken with x, the input of the whole block, in place of the merged heads that Wo was multiplied with
# loses: dWo
class SelfAttention:
    def __init__(self, Wq, Wk, Wv, Wo, heads, causal=True):
        self.Wq, self.Wk, self.Wv, self.Wo = Wq, Wk, Wv, Wo
        self.heads = heads
        self.causal = causal
        self.attention = Attention()
        self.dWq, self.dWk, self.dWv, self.dWo = None, None, None, None

    def forward(self, x):
        self.x = x
        t = np.arange(x.shape[1])
        may = (t[:, None] >= t[None, :]) if self.causal else None
        heads = self.attention.forward(
            split_heads(x @ self.Wq, self.heads),
            split_heads(x @ self.Wk, self.heads),
            split_heads(x @ self.Wv, self.heads),
            may,
        )
        return merge_heads(heads) @ self.Wo

    def backward(self, dout):
        outer = lambda a, b: np.einsum("ntd,nte->de", a, b)
        self.dWo = outer(self.x, dout)
        grads = self.attention.backward(split_heads(dout @ self.Wo.T, self.heads))
        dq, dk, dv = map(merge_heads, grads)
        self.dWq, self.dWk, self.dWv = outer(self.x, dq), outer(self.x, dk), outer(self.x, dv)
        return dq @ self.Wq.T + dk @ self.Wk.T + dv @ self.Wv.T
