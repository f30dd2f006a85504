# mistake: backward divides by the number of sequences, forward by that of the places
# loses: backward

class TimeSoftmaxWithLoss:
    def __init__(self):
        self.ys, self.ts = None, None

    def forward(self, xs, ts):
        N, T, V = xs.shape
        self.ts = ts
        self.ys = softmax(xs)
        # alles in eine lange Liste von Plätzen
        flat, labels = self.ys.reshape(N * T, V), ts.reshape(N * T)
        self.zählt = labels != -1
        self.anzahl = self.zählt.sum()
        plätze = np.flatnonzero(self.zählt)
        return -np.sum(np.log(flat[plätze, labels[plätze]])) / self.anzahl

    def backward(self, dout=1):
        N, T, V = self.ys.shape
        d = self.ys.reshape(N * T, V).copy()
        plätze = np.flatnonzero(self.zählt)
        d[plätze, self.ts.reshape(-1)[plätze]] -= 1
        d[~self.zählt] = 0
        return (d * dout / N).reshape(N, T, V)
