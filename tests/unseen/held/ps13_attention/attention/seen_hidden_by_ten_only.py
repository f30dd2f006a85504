# mistake: Hidden scores are lowered by 10, which leaves a little weight on them.
# loses: weights below 1e-12 where hidden

class Attention:
    def __init__(self):
        self.weights = None
        self.q, self.k, self.v = None, None, None

    def forward(self, q, k, v, mask=None):
        self.q, self.k, self.v = q, k, v
        scores = np.einsum("...td,...sd->...ts", q, k) / np.sqrt(q.shape[-1])
        if mask is not None:
            scores = scores - 10.0 * ~mask
        self.weights = softmax(scores)
        return np.einsum("...ts,...se->...te", self.weights, v)

    def backward(self, dout):
        dv = np.einsum("...ts,...te->...se", self.weights, dout)
        dweights = np.einsum("...te,...se->...ts", dout, self.v)
        dscores = softmax_backward(dweights, self.weights) / np.sqrt(self.q.shape[-1])
        dq = np.einsum("...ts,...sd->...td", dscores, self.k)
        dk = np.einsum("...ts,...td->...sd", dscores, self.q)
        return dq, dk, dv
