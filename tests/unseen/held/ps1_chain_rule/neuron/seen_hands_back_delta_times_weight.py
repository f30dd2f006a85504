# mistake: back returns weight times delta_weight, so that the input is a factor of what is handed on.
# loses: returned gradient

class Neuron:
    def __init__(self, weight=None):
        self.weight = np.random.random() if weight is None else weight
        self.input = self.delta_weight = None

    def forward(self, x):
        self.input = x
        return self.weight * self.input

    def back(self, grad):
        self.delta_weight = grad * self.input
        return self.weight * self.delta_weight

    def fit(self, learning_rate):
        self.weight -= learning_rate * self.delta_weight
