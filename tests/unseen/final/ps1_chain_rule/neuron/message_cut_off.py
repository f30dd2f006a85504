# mistake: back cuts grad off at ±100 against exploding gradients
# loses: delta_weight, handed_back
class Neuron:
    def __init__(self, weight=None):
        self.weight = np.random.random() if weight is None else weight
        self.input = None
        self.delta_weight = None

    def forward(self, x):
        self.input = x
        return self.weight * x

    def back(self, grad):
        grad = max(-100.0, min(100.0, grad))
        self.delta_weight = grad * self.input
        return grad * self.weight

    def fit(self, learning_rate):
        self.weight -= learning_rate * self.delta_weight
