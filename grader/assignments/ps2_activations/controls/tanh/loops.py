import math


class Tanh:
    def __call__(self, z):
        return np.vectorize(math.tanh, otypes=[float])(z)

    def derivative(self, z: "np.ndarray") -> "np.ndarray":
        a = self.__call__(z)
        a **= 2
        a *= -1
        a += 1
        return a
