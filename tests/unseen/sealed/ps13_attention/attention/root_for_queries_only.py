# mistake: on the way back the root of d divides dq only; dk lacks it
# loses: dk
class Attention:
    def __init__(self):
        self.weights = None
        self.q, self.k, self.v = None, None, None

    def forward(self, q, k, v, mask=None):
        # the query is scaled, then everything goes on as usual
        self.q, self.k, self.v = q, k, v
        self.root = np.sqrt(q.shape[-1])
        scores = (q / self.root) @ k.swapaxes(-1, -2)
        if mask is not None:
            scores = scores + np.where(mask, 0.0, -1e9)
        self.weights = softmax(scores)
        return self.weights @ v

    def backward(self, dout):
        w = self.weights
        dw = dout @ self.v.swapaxes(-1, -2)
        ds = w * (dw - (w * dw).sum(-1, keepdims=True))
        dq = ds @ self.k / self.root
        dk = ds.swapaxes(-1, -2) @ self.q
        dv = w.swapaxes(-1, -2) @ dout
        return dq, dk, dv
