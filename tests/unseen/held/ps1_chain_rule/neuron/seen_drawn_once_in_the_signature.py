# mistake: The random weight is drawn once, as the default in the signature, so every neuron without a weight gets that same number.
# loses: random weight of each neuron

class Neuron:
    def __init__(self, weight=np.random.random()):
        self.weight = weight
        self.input = None
        self.delta_weight = None

    def forward(self, x):
        self.input = x
        y = x * self.weight
        return y

    def back(self, grad):
        # chain rule: outer derivative times inner derivative
        self.delta_weight = self.input * grad
        return grad * self.weight

    def fit(self, learning_rate):
        self.weight = self.weight - learning_rate * self.delta_weight
