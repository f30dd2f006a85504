class Affine:
    """Keeps x as it came and lets einsum do the rest."""

    def __init__(self, W: np.ndarray, b: np.ndarray) -> None:
        self.W = W
        self.b = b

    def forward(self, x: np.ndarray) -> np.ndarray:
        self.shape = x.shape
        self.inputs = np.reshape(x, (len(x), self.W.shape[0])).copy()
        return np.einsum("nd,dm->nm", self.inputs, self.W) + self.b[None, :]

    def backward(self, dout: np.ndarray) -> np.ndarray:
        self.dW = np.einsum("nd,nm->dm", self.inputs, dout)
        self.db = np.einsum("nm->m", dout)
        return np.einsum("nm,dm->nd", dout, self.W).reshape(self.shape)
