class IdentityWithLoss:
    def forward(self, x, t):
        self.n = len(x)
        x -= t
        self.y = x
        self.t = t
        total = 0.0
        for row in x:
            for error in row:
                total += error * error / 2
        self.loss = total / self.n
        return self.loss

    def backward(self, dout=1):
        return dout * self.y / self.n
