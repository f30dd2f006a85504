# mistake: hidden scores are set to 0 instead of minus infinity, so hidden places still get weight
# loses: the mask

class Attention:
    def __init__(self):
        self.weights = None
        self.q, self.k, self.v = None, None, None

    def forward(self, q, k, v, mask=None):
        self.q, self.k, self.v = q, k, v
        self.scale = np.sqrt(q.shape[-1])
        scores = np.einsum("ntd,nsd->nts", q, k) / self.scale
        if mask is not None:
            scores = np.where(mask, scores, 0.0)
        self.weights = softmax(scores)
        return np.einsum("nts,nsv->ntv", self.weights, v)

    def backward(self, dout):
        w = self.weights
        dw = np.einsum("ntv,nsv->nts", dout, self.v)
        dv = np.einsum("nts,ntv->nsv", w, dout)
        ds = w * (dw - np.sum(w * dw, axis=-1, keepdims=True)) / self.scale
        dq = np.einsum("nts,nsd->ntd", ds, self.k)
        dk = np.einsum("nts,ntd->nsd", ds, self.q)
        return dq, dk, dv
