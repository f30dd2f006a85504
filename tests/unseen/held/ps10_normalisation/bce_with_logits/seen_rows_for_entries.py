# mistake: backward divides by the number of rows, which is too little where there are several columns.
# loses: backward for (N, K)

class BCEWithLogits:
    def __init__(self):
        self.z = None
        self.t = None

    def forward(self, z, t):
        self.z, self.t = z, t
        return float(np.mean(np.logaddexp(0, z) - z * t))

    def backward(self, dout=1):
        sigma = np.exp(-np.logaddexp(0, -self.z))
        return dout * (sigma - self.t) / len(self.z)
