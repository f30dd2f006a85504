# mistake: The scores are averaged over the batch before softmax, so all samples have the same weights.
# loses: forward weights mask
class Attention:
    def forward(self, q, k, v, mask=None):
        self.q, self.k, self.v = q, k, v
        scores = np.einsum("ntd,nsd->ts", q, k) / len(q) / np.sqrt(q.shape[-1])
        if mask is not None:
            scores = np.where(mask, scores, -np.inf)
        self.weights = np.repeat(softmax(scores)[None], len(q), axis=0)
        return self.weights @ v

    def backward(self, dout):
        dv = self.weights.swapaxes(-1, -2) @ dout
        dw = dout @ self.v.swapaxes(-1, -2)
        ds = softmax_backward(dw, self.weights) / np.sqrt(self.q.shape[-1])
        return ds @ self.k, ds.swapaxes(-1, -2) @ self.q, dv
