# mistake: input is kept on the class, Neuron.input, so all neurons share the input of whichever ran last
# loses: forward, delta_weight
class Neuron:
    input = None
    delta_weight = None

    def __init__(self, weight=None):
        self.weight = np.random.random() if weight is None else weight

    def forward(self, x):
        Neuron.input = x
        return self.weight * x

    def back(self, grad):
        self.delta_weight = grad * Neuron.input
        return grad * self.weight

    def fit(self, learning_rate):
        self.weight -= learning_rate * self.delta_weight
