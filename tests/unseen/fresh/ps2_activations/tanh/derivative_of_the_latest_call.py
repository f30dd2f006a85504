# mistake: derivative uses the a that the latest call kept and not its own z
# loses: tanh: the derivative (of another z than that of the latest call)
class Tanh:
    def __init__(self):
        self.a = None

    def __call__(self, z):
        self.a = np.tanh(z)
        return self.a

    def derivative(self, z):
        # a is already known from the forward pass
        if self.a is None:
            self(z)
        return 1 - self.a ** 2
