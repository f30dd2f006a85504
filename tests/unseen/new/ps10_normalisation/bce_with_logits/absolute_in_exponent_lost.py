# mistake: log1p(exp(−z)) stands for log1p(exp(−|z|)).
# loses: loss
class BCEWithLogits:
    def __init__(self):
        self.z = None
        self.t = None

    def forward(self, z, t):
        self.z, self.t = (z, t)
        perdidas = np.maximum(z, 0) - z * t + np.log1p(np.exp(-z))
        return perdidas.sum() / z.size

    def backward(self, dout=1):
        # regla de la cadena
        sigma = np.exp(-np.logaddexp(0, -self.z))
        return dout * (sigma - self.t) / self.z.size
