# mistake: backward loops over rows and columns, a tensor or a vector raises an error
# loses: backward
class Relu:
    def __init__(self):
        self.mask = None

    def forward(self, x):
        self.mask = x <= 0
        return np.where(self.mask, 0.0, x)

    def backward(self, dout):
        rows, columns = dout.shape
        dx = np.zeros((rows, columns))
        for i in range(rows):
            for j in range(columns):
                if not self.mask[i, j]:
                    dx[i, j] = dout[i, j]
        return dx
