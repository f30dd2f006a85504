# mistake: none: a loop over samples and places; only allowed places are looked at.
# loses: nothing
class Attention:
    def forward(self, q, k, v, mask=None):
        (N, T, d), S = q.shape, k.shape[1]
        self.q, self.k, self.v = q, k, v
        self.weights = np.zeros((N, T, S))
        for n in range(N):
            for t in range(T):
                seen = np.arange(S) if mask is None else np.flatnonzero(mask[t])
                self.weights[n, t, seen] = softmax(k[n, seen] @ q[n, t] / np.sqrt(d))
        return np.einsum("nts,nsv->ntv", self.weights, v)

    def backward(self, dout):
        w = self.weights
        dw = np.einsum("ntv,nsv->nts", dout, self.v)
        ds = w * (dw - np.einsum("nts,nts->nt", dw, w)[..., None]) * self.q.shape[-1] ** -0.5
        return [np.einsum("nts,nsd->ntd", ds, self.k), np.einsum("nts,ntd->nsd", ds, self.q), np.einsum("nts,ntv->nsv", w, dout)]
