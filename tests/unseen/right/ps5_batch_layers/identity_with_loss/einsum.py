# mistake: none: np.einsum of the error with itself, y a view, dout a factor at the front
# loses: nothing
class IdentityWithLoss:
    loss = y = t = None

    def forward(self, x, t):
        self.y, self.t = x.view(), t.view()
        d = x - t
        self.loss = np.einsum("nk,nk", d, d) / (2.0 * d.shape[0])
        return self.loss

    def backward(self, dout=1):
        return np.divide(dout * np.subtract(self.y, self.t), self.y.shape[0])
