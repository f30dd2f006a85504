# mistake: the gradients of a row are divided by how often its symbol occurs
# loses: dW (symbols that occur more than once)
class Embedding:
    def __init__(self, W):
        self.W = W
        self.ids = None
        self.dW = None

    def forward(self, ids):
        self.ids = np.array(ids)
        return np.take(self.W, self.ids, axis=0)

    def backward(self, dout):
        V, D = self.W.shape
        self.dW = np.zeros((V, D))
        for v in range(V):
            places = dout[self.ids == v]
            if len(places):
                self.dW[v] = places.mean(axis=0)
