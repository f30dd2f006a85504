# mistake: The gradients of the four matrices are those of the first sample alone, where they are summed over the batch.
# loses: dWo dWq dWk dWv
class SelfAttention:
    def __init__(self, Wq, Wk, Wv, Wo, heads, causal=True):
        self.Wq, self.Wk, self.Wv, self.Wo = Wq, Wk, Wv, Wo
        self.heads = heads
        self.causal = causal
        self.attention = Attention()

    def forward(self, x):
        self.x = x
        T = x.shape[1]
        mask = np.tril(np.ones((T, T))) > 0 if self.causal else None
        q, k, v = (split_heads(x @ W, self.heads) for W in (self.Wq, self.Wk, self.Wv))
        self.y = merge_heads(self.attention.forward(q, k, v, mask))
        return self.y @ self.Wo

    def backward(self, dout):
        self.dWo = self.y[0].T @ dout[0]
        dq, dk, dv = map(merge_heads, self.attention.backward(split_heads(dout @ self.Wo.T, self.heads)))
        self.dWq, self.dWk, self.dWv = (self.x[0].T @ d[0] for d in (dq, dk, dv))
        return dq @ self.Wq.T + dk @ self.Wk.T + dv @ self.Wv.T
