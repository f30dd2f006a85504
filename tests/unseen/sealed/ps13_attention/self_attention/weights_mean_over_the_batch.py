# mistake: the gradients of the four matrices are averaged over the samples in place of summed
# loses: dWq, dWk, dWv, dWo (with several samples)
class SelfAttention:
    def __init__(self, Wq, Wk, Wv, Wo, heads, causal=True):
        self.Wq, self.Wk, self.Wv, self.Wo = Wq, Wk, Wv, Wo
        self.heads = heads
        self.causal = causal
        self.attention = Attention()
        self.dWq, self.dWk, self.dWv, self.dWo = None, None, None, None

    def forward(self, x):
        n, T, D = x.shape
        self.x, self.xT = x, x.transpose(0, 2, 1)
        mask = np.tril(np.ones((T, T), dtype=bool)) if self.causal else np.ones((T, T), dtype=bool)
        qkv = [split_heads(np.matmul(x, W), self.heads) for W in [self.Wq, self.Wk, self.Wv]]
        self.z = merge_heads(self.attention.forward(*qkv, mask))
        return np.matmul(self.z, self.Wo)

    def backward(self, dout):
        self.dWo = np.matmul(self.z.transpose(0, 2, 1), dout).mean(axis=0)
        dz = np.matmul(dout, self.Wo.T)
        parts = [merge_heads(d) for d in self.attention.backward(split_heads(dz, self.heads))]
        self.dWq, self.dWk, self.dWv = [np.matmul(self.xT, d).mean(axis=0) for d in parts]
        return sum(np.matmul(d, W.T) for d, W in zip(parts, (self.Wq, self.Wk, self.Wv)))
