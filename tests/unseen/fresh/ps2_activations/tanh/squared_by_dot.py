# mistake: a² is taken as np.dot(a, a), one number for a vector, a matrix product for a matrix
# loses: tanh: the derivative for arrays (a single number is right)
class Tanh:
    def __call__(self, z):
        return np.tanh(z)

    def derivative(self, z):
        a = self(z)
        return np.ones(np.shape(z)) - np.dot(a, a)
