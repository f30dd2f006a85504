class Attention:
    def forward(self, q, k, v, mask=None):
        self.kept = q.copy(), k.copy(), v.copy()
        scores = np.einsum("...td,...sd->...ts", q, k) * q.shape[-1] ** -0.5
        if mask is not None:
            scores[..., ~mask] = -1e9
        self.weights = softmax(scores)
        return np.einsum("...ts,...se->...te", self.weights, v)

    def backward(self, dout):
        q, k, v = self.kept
        dv = np.einsum("...ts,...te->...se", self.weights, dout)
        dw = np.einsum("...te,...se->...ts", dout, v)
        ds = self.weights * (dw - np.sum(dw * self.weights, -1, keepdims=True)) * q.shape[-1] ** -0.5
        return [np.einsum("...ts,...sd->...td", ds, k), np.einsum("...ts,...td->...sd", ds, q), dv]
