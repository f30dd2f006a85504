# mistake: What comes back along q, k and v is averaged, where it adds up.
# loses: dx
class SelfAttention:
    def __init__(self, Wq, Wk, Wv, Wo, heads, causal=True):
        self.W = {"q": Wq, "k": Wk, "v": Wv}
        self.Wo = Wo
        self.heads = heads
        self.causal = causal
        self.attention = Attention()

    def forward(self, x):
        self.x = x
        n, t, d = x.shape
        three = [split_heads(x @ W, self.heads) for W in self.W.values()]
        mask = np.tril(np.full((t, t), True)) if self.causal else None
        self.together = merge_heads(self.attention.forward(*three, mask))
        return self.together @ self.Wo

    def backward(self, dout):
        self.dWo = np.einsum("nti,ntj->ij", self.together, dout)
        back = self.attention.backward(split_heads(dout @ self.Wo.T, self.heads))
        roads = []
        for (name, W), d in zip(self.W.items(), back):
            d = merge_heads(d)
            setattr(self, "dW" + name, np.einsum("nti,ntj->ij", self.x, d))
            roads.append(d @ W.T)
        return np.mean(roads, axis=0)
