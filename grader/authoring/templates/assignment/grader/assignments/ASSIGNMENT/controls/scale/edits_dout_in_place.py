class Scale:
    def __init__(self, factor):
        self.factor = factor

    def forward(self, x):
        self.x = x
        return np.multiply(x, self.factor)

    def backward(self, dout):
        self.d_factor = float(np.einsum("nd,nd->", dout, self.x))
        dout *= self.factor
        return dout
