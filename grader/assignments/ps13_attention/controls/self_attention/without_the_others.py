class SelfAttention:
    """Nothing of the other exercises is used; the four axes are those of einsum."""

    def __init__(self, Wq, Wk, Wv, Wo, heads, causal=True):
        self.W = {"q": Wq, "k": Wk, "v": Wv, "o": Wo}
        self.heads, self.causal = heads, causal

    def forward(self, x):
        N, T, D = x.shape
        self.x = x
        self.parts = {n: (x @ self.W[n]).reshape(N, T, self.heads, -1) for n in "qkv"}
        scores = np.einsum("nthd,nshd->nhts", self.parts["q"], self.parts["k"]) / np.sqrt(D / self.heads)
        if self.causal:
            scores = scores + np.triu(np.full((T, T), -1e12), 1)
        self.w = softmax(scores)
        self.m = np.einsum("nhts,nshd->nthd", self.w, self.parts["v"]).reshape(N, T, D)
        return self.m @ self.W["o"]

    def backward(self, dout):
        N, T, D = dout.shape
        self.dWo = np.einsum("nti,ntj->ij", self.m, dout)
        dm = (dout @ self.W["o"].T).reshape(N, T, self.heads, -1)
        dw = np.einsum("nthd,nshd->nhts", dm, self.parts["v"])
        ds = self.w * (dw - (dw * self.w).sum(-1, keepdims=True)) / np.sqrt(D / self.heads)
        d = {
            "q": np.einsum("nhts,nshd->nthd", ds, self.parts["k"]),
            "k": np.einsum("nhts,nthd->nshd", ds, self.parts["q"]),
            "v": np.einsum("nhts,nthd->nshd", self.w, dm),
        }
        dx = np.zeros_like(dout)
        for n in "qkv":
            part = d[n].reshape(N, T, D)
            setattr(self, "dW" + n, np.einsum("nti,ntj->ij", self.x, part))
            dx += part @ self.W[n].T
        return dx
