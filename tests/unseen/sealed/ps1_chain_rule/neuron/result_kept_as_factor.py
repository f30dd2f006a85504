# mistake: delta_weight is the gradient times the neuron's own result (weight * x), kept in self.out, not times the input
# loses: delta_weight
class Neuron:
    """A neuron with one input and no activation."""

    def __init__(self, weight=None):
        self.weight = np.random.random() if weight is None else weight
        self.input = None
        self.delta_weight = None
        self.out = None

    def forward(self, x):
        self.input = x
        self.out = self.weight * x
        return self.out

    def back(self, grad):
        # what went through the neuron times the message
        self.delta_weight = grad * self.out
        return self.weight * grad

    def fit(self, learning_rate):
        self.weight = self.weight - learning_rate * self.delta_weight
