# mistake: q is divided by the root of the head's width before Attention, which divides the scores by it again
# loses: the output, and with it the gradients

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
            erlaubt = orte[:, None] >= orte[None, :]
        teile = [split_heads(x @ W, self.heads) for W in (self.Wq, self.Wk, self.Wv)]
        teile[0] = teile[0] / np.sqrt(teile[0].shape[-1])
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
