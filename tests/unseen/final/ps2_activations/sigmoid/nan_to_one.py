# mistake: e^z/(1 + e^z) with NaN replaced by 0.5 after the overflow, it should be 1
# loses: large
class Sigmoid:
    def __call__(self, z):
        with np.errstate(all="ignore"):
            e = np.exp(z)
            return np.nan_to_num(e / (1 + e), nan=0.5)

    def derivative(self, z):
        a = self(z)
        return a * (1 - a)
