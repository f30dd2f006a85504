# mistake: the result is filled into np.zeros_like(z), which holds whole numbers where z does and cuts everything to 0
# loses: integers
class Sigmoid:
    def __call__(self, z):
        z = np.asarray(z)
        out = np.zeros_like(z)
        pos = z >= 0
        out[pos] = 1 / (1 + np.exp(-z[pos]))
        out[~pos] = np.exp(z[~pos]) / (1 + np.exp(z[~pos]))
        return out

    def derivative(self, z):
        a = self(z)
        return a * (1 - a)
