# mistake: The root of d divides dq only; dk is made of the scores' gradient without it.
# loses: dk
class Attention:
    def __init__(self):
        self.weights = None

    def forward(self, q, k, v, mask=None):
        self.q, self.k, self.v = q, k, v
        d = q.shape[-1]
        s = (q / np.sqrt(d)) @ k.swapaxes(-1, -2)
        if mask is not None:
            s = np.where(mask, s, -np.inf)
        self.weights = softmax(s)
        return self.weights @ v

    def backward(self, dout):
        d = self.q.shape[-1]
        ds = softmax_backward(dout @ self.v.swapaxes(-1, -2), self.weights)
        dq = ds @ self.k / np.sqrt(d)
        dk = ds.swapaxes(-1, -2) @ self.q
        dv = self.weights.swapaxes(-1, -2) @ dout
        return dq, dk, dv
