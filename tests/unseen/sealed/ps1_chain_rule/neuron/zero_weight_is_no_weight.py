# mistake: a given weight of 0 counts as not given (weight or random), so a neuron with weight 0 gets a random one
# loses: forward, handed_back
class Neuron:
    """A neuron with one input and no activation."""

    def __init__(self, weight=None):
        self.weight = weight or np.random.random()
        self.input = None
        self.delta_weight = None

    def forward(self, x: float) -> float:
        self.input = x
        return self.weight * x

    def back(self, grad: float) -> float:
        self.delta_weight = grad * self.input
        return grad * self.weight

    def fit(self, learning_rate: float) -> None:
        self.weight -= learning_rate * self.delta_weight
