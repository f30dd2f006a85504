# mistake: back limits the incoming gradient to -1 ... 1 before it uses it
# loses: delta_weight, handed_back
class Neuron:
    """A neuron with one input and no activation."""

    def __init__(self, weight=None):
        self.weight = np.random.random() if weight is None else weight
        self.input = None
        self.delta_weight = None

    def forward(self, x):
        self.input = x
        return self.weight * x

    def back(self, grad):
        # keep gradients from exploding
        g = max(-1.0, min(1.0, grad))
        self.delta_weight = g * self.input
        return g * self.weight

    def fit(self, learning_rate):
        self.weight -= learning_rate * self.delta_weight
