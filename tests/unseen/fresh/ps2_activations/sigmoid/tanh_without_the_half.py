# mistake: made from tanh as (1 + tanh(z))/2, without halving z: it is the sigmoid of 2z
# loses: sigmoid: the value, the derivative
class Sigmoid:
    def __call__(self, z: np.ndarray) -> np.ndarray:
        return (1 + np.tanh(z)) / 2

    def derivative(self, z: np.ndarray) -> np.ndarray:
        a = self(z)
        return a * (1 - a)
