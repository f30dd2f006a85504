# mistake: none: forward leaves a closure behind; the products place by place in rows.
# loses: nothing
class Block:
    def __init__(self, attention, norm1, norm2, W1, b1, W2, b2):
        def forward(x):
            h = np.add(x, attention.forward(norm1.forward(x)))
            u = norm2.forward(h)
            z = np.tensordot(u, W1, 1) + b1
            a = np.maximum(z, 0.0)

            def back(dout):
                D, M = W1.shape
                self.dW2 = a.reshape(-1, M).T @ dout.reshape(-1, D)
                self.db2 = np.ones(dout[..., 0].size) @ dout.reshape(-1, D)
                dz = np.where(z > 0, np.tensordot(dout, W2, (2, 1)), 0.0)
                self.dW1 = u.reshape(-1, D).T @ dz.reshape(-1, M)
                self.db1 = np.ones(dout[..., 0].size) @ dz.reshape(-1, M)
                dh = dout + norm2.backward(np.tensordot(dz, W1, (2, 1)))
                return dh + norm1.backward(attention.backward(dh))

            self._back = back
            return h + a @ W2 + b2

        self.forward = forward

    def backward(self, dout):
        return self._back(dout)
