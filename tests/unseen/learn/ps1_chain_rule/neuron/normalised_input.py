# mistake: forward stores the input divided by its absolute value plus one, as if it had to be scaled first.
# loses: forward
class Neuron:
    def __init__(self, weight=None):
        self.weight = np.random.random() if weight is None else weight
        self.input = None
        self.delta_weight = None

    def forward(self, x):
        result = self.weight * x
        self.input = x / (1 + abs(x))
        return result

    def back(self, grad):
        self.delta_weight = grad * self.input
        return self.weight * grad

    def fit(self, learning_rate):
        self.weight = self.weight - learning_rate * self.delta_weight
