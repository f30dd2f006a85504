# mistake: none: a base class, weight as a property over a list, __slots__, fit through setattr
# loses: nothing
class _Gewicht:
    __slots__ = ("_w", "input", "delta_weight")

    @property
    def weight(self):
        return self._w[0]

    @weight.setter
    def weight(self, value):
        self._w = [value]


class Neuron(_Gewicht):
    __slots__ = ()

    def __init__(self, weight=None):
        self.weight = np.random.random() if weight is None else weight
        self.input = self.delta_weight = None

    def forward(self, x):
        self.input = x
        return self.weight * x

    def back(self, grad):
        setattr(self, "delta_weight", grad * self.input)
        return grad * self.weight

    def fit(self, learning_rate):
        setattr(self, "weight", self.weight - learning_rate * self.delta_weight)
