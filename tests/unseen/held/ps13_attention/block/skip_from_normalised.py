# mistake: the first residual adds the normalised x instead of x itself
# loses: the output

class Block:
    def __init__(self, attention, norm1, norm2, W1, b1, W2, b2):
        self.attention, self.norm1, self.norm2 = attention, norm1, norm2
        self.W1, self.b1, self.W2, self.b2 = W1, b1, W2, b2
        self.dW1, self.db1, self.dW2, self.db2 = None, None, None, None

    def forward(self, x):
        normalised = self.norm1.forward(x)
        middle = normalised + self.attention.forward(normalised)
        self.entered = self.norm2.forward(middle)
        hidden = np.einsum("ntd,dm->ntm", self.entered, self.W1) + self.b1
        self.hidden = np.maximum(0.0, hidden)
        return middle + np.einsum("ntm,md->ntd", self.hidden, self.W2) + self.b2

    def backward(self, dout):
        self.dW2 = np.einsum("ntm,ntd->md", self.hidden, dout)
        self.db2 = np.einsum("ntd->d", dout)
        dhidden = np.einsum("ntd,md->ntm", dout, self.W2)
        dhidden = np.where(self.hidden > 0, dhidden, 0.0)
        self.dW1 = np.einsum("ntd,ntm->dm", self.entered, dhidden)
        self.db1 = np.einsum("ntm->m", dhidden)
        dmiddle = dout + self.norm2.backward(np.einsum("ntm,dm->ntd", dhidden, self.W1))
        dx = dmiddle + self.norm1.backward(self.attention.backward(dmiddle))
        return dx
