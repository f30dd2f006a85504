# mistake: A mask is remembered and holds for later calls without one, too, where it is for its own call only.
# loses: mask
class Attention:
    def __init__(self):
        self.weights = None
        self.mask = None

    def forward(self, q, k, v, mask=None):
        self.q, self.k, self.v = q, k, v
        if mask is not None:
            self.mask = mask
        scores = np.einsum("ntd,nsd->nts", q, k) / np.sqrt(q.shape[-1])
        if self.mask is not None and self.mask.shape == scores.shape[1:]:
            scores = np.where(self.mask, scores, -1e30)
        self.weights = softmax(scores)
        return np.einsum("nts,nsd->ntd", self.weights, v)

    def backward(self, dout):
        dv = np.einsum("nts,ntd->nsd", self.weights, dout)
        dw = np.einsum("ntd,nsd->nts", dout, self.v)
        ds = softmax_backward(dw, self.weights) / np.sqrt(self.q.shape[-1])
        dq = np.einsum("nts,nsd->ntd", ds, self.k)
        dk = np.einsum("nts,ntd->nsd", ds, self.q)
        return dq, dk, dv
