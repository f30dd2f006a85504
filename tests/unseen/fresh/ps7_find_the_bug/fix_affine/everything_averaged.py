# mistake: dW and db are both means over the batch instead of sums
# loses: fix_affine: dW, db (batches)
class BrokenAffine:
    def __init__(self, W, b):
        self.W, self.b = W, b
        self.dW, self.db = None, None

    def forward(self, x):
        self.shape = x.shape
        self.x = x.reshape(x.shape[0], -1)
        return np.einsum("nd,dm->nm", self.x, self.W) + self.b

    def backward(self, dout):
        N = dout.shape[0]
        # db was a mean already, so dW has to be one as well
        self.dW = np.einsum("nd,nm->dm", self.x, dout) / N
        self.db = dout.mean(axis=0)
        dx = np.einsum("nm,dm->nd", dout, self.W)
        return dx.reshape(self.shape)
