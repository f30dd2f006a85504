# mistake: the causal mask is made once, for the length of the first forward, and used for every later length
# loses: a forward with another T

class SelfAttention:
    def __init__(self, Wq, Wk, Wv, Wo, heads, causal=True):
        self.Wq, self.Wk, self.Wv, self.Wo = Wq, Wk, Wv, Wo
        self.heads = heads
        self.causal = causal
        self.attention = Attention()
        self.dWq, self.dWk, self.dWv, self.dWo = None, None, None, None
        self.schritte = None

    def forward(self, x):
        self.eingang = x
        laenge = x.shape[1]
        orte = np.arange(laenge)
        erlaubt = None
        if self.causal:
            if self.schritte is None:
                self.schritte = orte[:, None] >= orte[None, :]
            erlaubt = self.schritte
        teile = [split_heads(x @ W, self.heads) for W in (self.Wq, self.Wk, self.Wv)]
        self.zusammen = merge_heads(self.attention.forward(*teile, mask=erlaubt))
        return np.einsum("ntd,de->nte", self.zusammen, self.Wo)

    def backward(self, dout):
        self.dWo = np.einsum("ntd,nte->de", self.zusammen, dout)
        zurueck = split_heads(np.einsum("nte,de->ntd", dout, self.Wo), self.heads)
        dx = np.zeros_like(self.eingang)
        for name, gradient in zip(("Wq", "Wk", "Wv"), self.attention.backward(zurueck)):
            gradient = merge_heads(gradient)
            setattr(self, "d" + name, np.einsum("ntd,nte->de", self.eingang, gradient))
            dx += gradient @ getattr(self, name).T
        return dx
