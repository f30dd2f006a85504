# mistake: the variance of a row is divided by D - 1
# loses: the output

class LayerNorm:
    def __init__(self, gamma, beta, epsilon=1e-5):
        self.gamma, self.beta, self.epsilon = gamma, beta, epsilon

    def forward(self, x):
        self.forma = x.shape
        filas = x.reshape(-1, x.shape[-1])
        media = filas.mean(axis=1)
        varianza = filas.var(axis=1, ddof=1)
        self.desvio = np.sqrt(varianza + self.epsilon)
        self.normal = (filas - media[:, None]) / self.desvio[:, None]
        return (self.normal * self.gamma + self.beta).reshape(self.forma)

    def backward(self, dout):
        d = dout.reshape(-1, self.forma[-1])
        ancho = d.shape[1]
        self.dgamma = (d * self.normal).sum(0)
        self.dbeta = d.sum(0)
        dn = d * self.gamma
        suma = dn.sum(axis=1)
        producto = (dn * self.normal).sum(axis=1)
        dx = (ancho * dn - suma[:, None] - self.normal * producto[:, None]) / (ancho * self.desvio[:, None])
        return dx.reshape(self.forma)
