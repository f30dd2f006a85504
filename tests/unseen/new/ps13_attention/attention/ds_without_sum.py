# mistake: backward's scores lack the softmax's sum: weights·dw.
# loses: forward, weights, mask, dv, through_softmax, dq, dk, again
class Attention:
    def forward(self, q, k, v, mask=None):
        self.q, self.k, self.v = (q, k, v)
        self.scale = 1 / np.sqrt(q.shape[-1])
        scores = q.dot(np.swapaxes(k, -1, -2)) * self.scale
        # regla de la cadena
        if mask is not None:
            scores = np.where(mask, scores, -1e+30)
        self.weights = softmax(scores)
        return self.weights.dot(v)

    def backward(self, dout):
        dv = np.swapaxes(self.weights, -1, -2).dot(dout)
        dw = dout.dot(np.swapaxes(self.v, -1, -2))
        ds = self.weights * dw * self.scale
        dq = ds.dot(self.k)
        dk = np.swapaxes(ds, -1, -2).dot(self.q)
        return (dq, dk, dv)
