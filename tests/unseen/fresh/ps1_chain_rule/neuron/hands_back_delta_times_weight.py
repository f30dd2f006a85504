# mistake: back returns weight times delta_weight, which has the input in it once too much, instead of weight times grad
# loses: neuron: handed_back
class Neuron:
    def __init__(self, weight=None):
        self.weight = np.random.random() if weight is None else weight
        self.input = None
        self.delta_weight = None

    def forward(self, x):
        self.input = x
        out = self.weight * self.input
        return out

    def back(self, grad):
        # chain rule: outer derivative times inner derivative
        self.delta_weight = grad * self.input
        return self.delta_weight * self.weight

    def fit(self, learning_rate):
        self.weight = self.weight - (learning_rate * self.delta_weight)
