# mistake: back returns weight times delta_weight, so that the input is a factor in what is handed back
# loses: handed_back
class Neuron:
    """weight, input, delta_weight: numbers"""

    def __init__(self, weight=None):
        if weight is None:
            weight = np.random.random()
        self.weight, self.input, self.delta_weight = weight, None, None

    def forward(self, x):
        self.input = x
        return x * self.weight

    def back(self, grad):
        # first my own gradient ...
        self.delta_weight = grad * self.input
        # ... and then one more link of the chain: times the weight
        return self.delta_weight * self.weight

    def fit(self, learning_rate):
        self.weight = self.weight - learning_rate * self.delta_weight
