# mistake: back hands back the gradient times the weight plus the input.
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
        vorher = grad * self.weight + self.input
        return vorher

    def fit(self, learning_rate):
        self.weight -= learning_rate * self.delta_weight
