# mistake: hidden places get the score 0 instead of minus infinity, so they still take a share
# loses: weights and output with a mask

class Attention:
    def __init__(self):
        self.weights = None
        self.q, self.k, self.v = None, None, None

    def forward(self, q, k, v, mask=None):
        self.q, self.k, self.v = q, k, v
        puntos = np.einsum("...td,...sd->...ts", q, k)
        puntos = puntos / q.shape[-1] ** 0.5
        if mask is not None:
            puntos[..., ~mask] = 0.0
        e = np.exp(puntos - puntos.max(axis=-1, keepdims=True))
        self.weights = e / e.sum(axis=-1, keepdims=True)
        return np.einsum("...ts,...sv->...tv", self.weights, v)

    def backward(self, dout):
        pesos = self.weights
        dpesos = np.einsum("...tv,...sv->...ts", dout, self.v)
        dpuntos = pesos * (dpesos - np.sum(dpesos * pesos, axis=-1, keepdims=True))
        raiz = self.q.shape[-1] ** 0.5
        dq = np.einsum("...ts,...sd->...td", dpuntos, self.k) / raiz
        dk = np.einsum("...ts,...td->...sd", dpuntos, self.q) / raiz
        dv = np.einsum("...ts,...tv->...sv", pesos, dout)
        return dq, dk, dv
