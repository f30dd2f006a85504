# mistake: in dx the part of the values is dv · Wv, without turning Wv; being square it doesn't show by its shape
# loses: dx
class SelfAttention:
    def __init__(self, Wq, Wk, Wv, Wo, heads, causal=True):
        self.Wq, self.Wk, self.Wv, self.Wo = Wq, Wk, Wv, Wo
        self.heads = heads
        self.causal = causal
        self.attention = Attention()
        self.dWq, self.dWk, self.dWv, self.dWo = None, None, None, None

    def forward(self, x):
        self.x = x
        q = split_heads(np.dot(x, self.Wq), self.heads)
        k = split_heads(np.dot(x, self.Wk), self.heads)
        v = split_heads(np.dot(x, self.Wv), self.heads)
        mask = None
        if self.causal:
            mask = np.tril(np.ones((x.shape[1], x.shape[1]))) == 1
        self.y = merge_heads(self.attention.forward(q, k, v, mask=mask))
        return np.dot(self.y, self.Wo)

    def backward(self, dout):
        dy = np.dot(dout, self.Wo.T)
        self.dWo = np.tensordot(self.y, dout, axes=([0, 1], [0, 1]))
        dq, dk, dv = [merge_heads(d) for d in self.attention.backward(split_heads(dy, self.heads))]
        self.dWq = np.tensordot(self.x, dq, axes=([0, 1], [0, 1]))
        self.dWk = np.tensordot(self.x, dk, axes=([0, 1], [0, 1]))
        self.dWv = np.tensordot(self.x, dv, axes=([0, 1], [0, 1]))
        dx = np.dot(dq, self.Wq.T)
        dx += np.dot(dk, self.Wk.T)
        dx += np.dot(dv, self.Wv)
        return dx
