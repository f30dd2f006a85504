# mistake: back hands back the gradient times the weight less its gradient, as if the step had been taken already.
# loses: handed_back
class Neuron:
    def __init__(self, weight=None):
        self.weight = np.random.random() if weight is None else weight
        self.input = None
        self.delta_weight = None

    def forward(self, x):
        self.input = x
        return self.weight * x

    def back(self, grad):
        self.delta_weight = grad * self.input
        new_weight = self.weight - self.delta_weight
        return grad * new_weight

    def fit(self, learning_rate):
        self.weight = self.weight - learning_rate * self.delta_weight
