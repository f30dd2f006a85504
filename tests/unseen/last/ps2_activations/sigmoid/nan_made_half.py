# mistake: where both exponentials overflow, NaN is replaced by one half.
# loses: large
class Sigmoid:
    def __call__(self, z):
        # Ableitung
        with np.errstate(all='ignore'):
            hoch = np.exp(z)
            return np.nan_to_num(hoch / (1 + hoch), nan=0.5)

    def derivative(self, z):
        s = 0.5 * (1 + np.tanh(np.asarray(z, dtype=float) / 2))
        return s * (1 - s)
