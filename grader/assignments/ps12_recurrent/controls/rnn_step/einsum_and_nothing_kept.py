class RNNStep:
    def __init__(self, Wx, Wh, b):
        self.parameters = {"Wx": Wx, "Wh": Wh, "b": b}

    def state(self):
        p = self.parameters
        z = np.einsum("nd,dh->nh", self.inputs[0], p["Wx"]) + np.einsum("nk,kh->nh", self.inputs[1], p["Wh"]) + p["b"]
        return 1 - 2 / (np.exp(2 * z) + 1)

    def forward(self, x, h_prev):
        self.inputs = x.copy(), h_prev.copy()
        return self.state()

    def backward(self, dh):
        x, h_prev = self.inputs
        slope = 1 / np.cosh(np.arctanh(self.state())) ** 2
        dz = slope * dh
        self.dWx = np.einsum("nd,nh->dh", x, dz)
        self.dWh = np.einsum("nk,nh->kh", h_prev, dz)
        self.db = np.einsum("nh->h", dz)
        return np.einsum("nh,dh->nd", dz, self.parameters["Wx"]), np.einsum("nh,kh->nk", dz, self.parameters["Wh"])
