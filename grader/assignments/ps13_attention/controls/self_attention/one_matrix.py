class SelfAttention:
    """The three products as one, and a new Attention at every forward."""

    def __init__(self, Wq, Wk, Wv, Wo, heads, causal=True):
        self.Wqkv, self.Wo = np.concatenate([Wq, Wk, Wv], axis=1), Wo
        self.heads, self.causal = heads, causal

    def forward(self, x):
        self.x = x
        T = x.shape[1]
        qkv = np.split(x @ self.Wqkv, 3, axis=-1)
        self.attention = Attention()
        mask = np.arange(T)[:, None] >= np.arange(T) if self.causal else np.ones((T, T), dtype=bool)
        self.heads_out = self.attention.forward(*(split_heads(part, self.heads) for part in qkv), mask)
        return merge_heads(self.heads_out) @ self.Wo

    def backward(self, dout):
        together = lambda a, b: np.tensordot(a, b, axes=((0, 1), (0, 1)))
        self.dWo = together(merge_heads(self.heads_out), dout)
        back = self.attention.backward(split_heads(dout @ self.Wo.T, self.heads))
        dqkv = np.concatenate([merge_heads(part) for part in back], axis=-1)
        self.dWq, self.dWk, self.dWv = np.split(together(self.x, dqkv), 3, axis=1)
        return dqkv @ self.Wqkv.T
