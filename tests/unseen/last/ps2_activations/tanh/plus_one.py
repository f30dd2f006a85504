# mistake: f is (1 + tanh z)/2, brought to the range from 0 to 1.
# loses: value
class Tanh:
    def __call__(self, z):
        return (np.tanh(z) + 1) / 2

    def derivative(self, z):
        aktiv = np.tanh(z)
        return 1 - aktiv ** 2
