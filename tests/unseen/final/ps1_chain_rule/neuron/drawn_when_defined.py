# mistake: the random weight is the default value of the argument, drawn once when the class is defined: all neurons without a weight have the same one
# loses: forward
class Neuron:
    def __init__(self, weight=np.random.random()):
        self.weight = weight
        self.input = None
        self.delta_weight = None

    def forward(self, x):
        self.input = x
        return self.weight * x

    def back(self, grad):
        self.delta_weight = grad * self.input
        return grad * self.weight

    def fit(self, learning_rate):
        self.weight -= learning_rate * self.delta_weight
