# mistake: dWo is xᵀ·dout, with the layer's input, where it is the merged heads that went into Wo.
# loses: dWo
class SelfAttention:
    def __init__(self, Wq, Wk, Wv, Wo, heads, causal=True):
        self.Wq, self.Wk, self.Wv, self.Wo = Wq, Wk, Wv, Wo
        self.heads = heads
        self.causal = causal
        self.attention = Attention()

    def _weight_gradient(self, inputs, douts):
        return sum(i.T @ d for i, d in zip(inputs, douts))

    def forward(self, x):
        self.x = x
        mask = None
        if self.causal:
            places = np.arange(x.shape[1])
            mask = places[None, :] <= places[:, None]
        parts = [split_heads(np.dot(x, W), self.heads) for W in (self.Wq, self.Wk, self.Wv)]
        merged = merge_heads(self.attention.forward(*parts, mask))
        return np.dot(merged, self.Wo)

    def backward(self, dout):
        self.dWo = self._weight_gradient(self.x, dout)
        dmerged = np.dot(dout, self.Wo.T)
        dq, dk, dv = map(merge_heads, self.attention.backward(split_heads(dmerged, self.heads)))
        self.dWq = self._weight_gradient(self.x, dq)
        self.dWk = self._weight_gradient(self.x, dk)
        self.dWv = self._weight_gradient(self.x, dv)
        return np.dot(dq, self.Wq.T) + np.dot(dk, self.Wk.T) + np.dot(dv, self.Wv.T)
