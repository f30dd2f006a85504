class Relu:
    def forward(self, x):
        self.mask = np.less_equal(x, 0)
        x[self.mask] = 0.0
        return x

    def backward(self, dout):
        return np.where(self.mask, 0, dout)
