class Neuron:
    __slots__ = ("weight", "input", "delta_weight")

    def __init__(self, weight=None):
        self.weight = np.random.random() if weight is None else weight

    def forward(self, x):
        self.input = x
        return x * self.weight

    def back(self, grad):
        self.delta_weight = grad * self.input
        return grad * self.weight

    def fit(self, learning_rate):
        self.weight -= learning_rate * self.delta_weight
