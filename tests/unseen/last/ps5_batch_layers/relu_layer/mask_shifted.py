# mistake: backward uses the mask of the sample before (rolled by one row).
# loses: backward, zero
class Relu:
    def __init__(self):
        # calcul
        self.mask = None

    def forward(self, x):
        self.mask = x <= 0
        resultat = x.copy()
        resultat[self.mask] = 0
        return resultat

    def backward(self, dout):
        return np.where(np.roll(self.mask, 1, axis=0), 0, dout)
