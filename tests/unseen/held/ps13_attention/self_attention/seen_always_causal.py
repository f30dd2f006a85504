# mistake: The mask is laid on whatever causal says.
# loses: forward and backward with causal=False

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
        q = split_heads(x @ self.Wq, self.heads)
        k = split_heads(x @ self.Wk, self.heads)
        v = split_heads(x @ self.Wv, self.heads)
        places = np.arange(T)
        mask = places[:, None] >= places[None, :]
        self.concat = merge_heads(self.attention.forward(q, k, v, mask))
        return self.concat @ self.Wo

    def backward(self, dout):
        N, T, D = dout.shape
        rows = self.x.reshape(N * T, D)
        self.dWo = self.concat.reshape(N * T, D).T @ dout.reshape(N * T, D)
        dheads = self.attention.backward(split_heads(dout @ self.Wo.T, self.heads))
        dq, dk, dv = [merge_heads(d).reshape(N * T, D) for d in dheads]
        self.dWq, self.dWk, self.dWv = rows.T @ dq, rows.T @ dk, rows.T @ dv
        dx = dq @ self.Wq.T + dk @ self.Wk.T + dv @ self.Wv.T
        return dx.reshape(N, T, D)
