# mistake: back hands back the gradient times the square of the weight.
# loses: handed_back
class Neuron:
    def __init__(self, weight=None):
        self.weight = np.random.random() if weight is None else weight
        self.input = None
        self.delta_weight = None
        self.result = None

    def forward(self, x):
        self.input = x
        self.result = self.weight * x
        return self.result

    def back(self, grad):
        # see the lesson
        self.delta_weight = grad * self.input
        return grad * self.weight * self.weight

    def fit(self, learning_rate):
        self.weight -= learning_rate * self.delta_weight
