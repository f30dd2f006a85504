class Neuron:
    """Keeps both gradients from the way back, and the sum of its steps beside the weight that it began with."""

    def __init__(self, weight=None):
        self.start = np.random.random_sample() if weight is None else weight
        self.moved = 0.0
        self.last = {}

    @property
    def weight(self):
        return self.start + self.moved

    @weight.setter
    def weight(self, weight):
        self.start, self.moved = weight, 0.0

    @property
    def input(self):
        return self.last.get("input")

    @input.setter
    def input(self, x):
        self.last["input"] = x

    @property
    def delta_weight(self):
        return self.last.get("delta_weight")

    @delta_weight.setter
    def delta_weight(self, delta_weight):
        self.last["delta_weight"] = delta_weight

    def forward(self, x):
        self.input = x
        return self.weight * self.input

    def back(self, grad):
        self.delta_weight = grad * self.input
        return grad * self.weight

    def fit(self, learning_rate):
        self.moved -= learning_rate * self.delta_weight
