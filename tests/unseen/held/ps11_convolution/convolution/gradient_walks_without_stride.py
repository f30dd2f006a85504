# mistake: dx is gathered at places one apart, whatever the stride
# loses: dx with a stride other than 1

class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b = W, b
        self.stride, self.pad = stride, pad
        self.dW = self.db = None

    def forward(self, x):
        p, s = self.pad, self.stride
        fh, fw = self.W.shape[2:]
        self.ancho = np.pad(x, [(0, 0), (0, 0), (p, p), (p, p)])
        self.tamano = x.shape[2:]
        oh = (self.ancho.shape[2] - fh) // s + 1
        ow = (self.ancho.shape[3] - fw) // s + 1
        salida = np.zeros((len(x), len(self.W), oh, ow))
        for i in range(oh):
            for j in range(ow):
                ventana = self.ancho[:, :, i * s : i * s + fh, j * s : j * s + fw]
                salida[:, :, i, j] = np.einsum("ncab,fcab->nf", ventana, self.W) + self.b
        return salida

    def backward(self, dout):
        p, s = self.pad, self.stride
        fh, fw = self.W.shape[2:]
        self.dW = np.zeros_like(self.W)
        self.db = dout.sum(axis=(0, 2, 3))
        dancho = np.zeros_like(self.ancho)
        for i in range(dout.shape[2]):
            for j in range(dout.shape[3]):
                ventana = self.ancho[:, :, i * s : i * s + fh, j * s : j * s + fw]
                self.dW += np.einsum("nf,ncab->fcab", dout[:, :, i, j], ventana)
                dancho[:, :, i : i + fh, j : j + fw] += np.einsum("nf,fcab->ncab", dout[:, :, i, j], self.W)
        alto, largo = self.tamano
        return dancho[:, :, p : p + alto, p : p + largo]
