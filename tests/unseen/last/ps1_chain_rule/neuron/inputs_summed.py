# mistake: forward adds its input to those of earlier calls, and back uses the sum.
# loses: forward
class Neuron:
    """One weight."""

    def __init__(self, weight=None):
        self.weight = np.random.random() if weight is None else weight
        self.input = 0
        self.delta_weight = 0

    def forward(self, x):
        self.input += x
        return x * self.weight

    def back(self, grad):
        self.delta_weight = self.input * grad
        return grad * self.weight

    def fit(self, learning_rate):
        self.weight -= self.delta_weight * learning_rate
