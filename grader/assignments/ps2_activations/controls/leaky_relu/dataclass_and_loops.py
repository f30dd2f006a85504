from dataclasses import dataclass


@dataclass(frozen=True)
class LeakyReLU:
    slope: float = 0.01

    def one(self, number):
        return number if number > 0 else self.slope * number

    def __call__(self, z):
        a = np.zeros(np.shape(z))
        for index, number in np.ndenumerate(z):
            a[index] = self.one(number)
        return a

    def derivative(self, z):
        a = self(z)
        return np.select([a > 0, a <= 0], [1.0, self.slope])
# %%
print(LeakyReLU(0.2)(np.array([-1.0, 1.0])))
