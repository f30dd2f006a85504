# mistake: The slope is taken as h(1 − h), which is the sigmoid's; that of tanh is 1 − h².
# loses: dz
class RNNStep:
    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = Wx, Wh, b

    def forward(self, x, h_prev):
        self.x = x
        self.h_prev = h_prev
        self.h = np.tanh(np.einsum("nd,dh->nh", x, self.Wx) + np.einsum("nk,kh->nh", h_prev, self.Wh) + self.b)
        return self.h

    def backward(self, dh):
        dz = dh * self.h * (1 - self.h)
        self.dWx = np.einsum("nd,nh->dh", self.x, dz)
        self.dWh = np.einsum("nk,nh->kh", self.h_prev, dz)
        self.db = np.einsum("nh->h", dz)
        return np.einsum("nh,dh->nd", dz, self.Wx), np.einsum("nh,kh->nk", dz, self.Wh)
