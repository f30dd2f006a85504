# mistake: queries and keys are brought to length 1 before they meet.
# loses: forward, weights, mask, through_softmax, dq, dk
class Attention:
    def forward(self, q, k, v, mask=None):
        q = q / np.linalg.norm(q, axis=-1, keepdims=True)
        k = k / np.linalg.norm(k, axis=-1, keepdims=True)
        self.q, self.k, self.v = (q, k, v)
        self.scale = 1 / np.sqrt(q.shape[-1])
        scores = q @ np.swapaxes(k, -1, -2) * self.scale
        if mask is not None:
            scores = np.where(mask, scores, -1e+30)
        self.weights = softmax(scores)
        return self.weights @ v

    def backward(self, dout):
        dv = np.swapaxes(self.weights, -1, -2) @ dout
        dw = dout @ np.swapaxes(self.v, -1, -2)
        ds = self.weights * (dw - np.sum(dw * self.weights, axis=-1, keepdims=True)) * self.scale
        dq = ds @ self.k
        dk = np.swapaxes(ds, -1, -2) @ self.q
        return (dq, dk, dv)
