# mistake: Hidden places get the score −20, which is not small enough: they keep a weight of about 1e-9.
# loses: mask
class Attention:
    def forward(self, q, k, v, mask=None):
        self.q, self.k, self.v = q, k, v
        self.root = np.sqrt(q.shape[-1])
        scores = np.einsum("...td,...sd->...ts", q, k) / self.root
        if mask is not None:
            scores = np.where(mask, scores, -20.0)
        self.weights = softmax(scores)
        return np.einsum("...ts,...sv->...tv", self.weights, v)

    def backward(self, dout):
        dv = np.einsum("...ts,...tv->...sv", self.weights, dout)
        dw = np.einsum("...tv,...sv->...ts", dout, self.v)
        ds = softmax_backward(dw, self.weights) / self.root
        return np.einsum("...ts,...sd->...td", ds, self.k), np.einsum("...ts,...td->...sd", ds, self.q), dv
