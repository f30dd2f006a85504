# mistake: forward keeps x only when there is no input yet, so back works with the input of the first forward
# loses: neuron: forward (the input kept, second call), delta_weight
class Neuron:
    def __init__(self, weight=None):
        self.weight = np.random.random() if weight is None else weight
        self.input = None
        self.delta_weight = None

    def forward(self, x):
        if self.input is None:
            self.input = x
        return self.weight * x

    def back(self, grad):
        self.delta_weight = grad * self.input
        return grad * self.weight

    def fit(self, learning_rate):
        self.weight -= learning_rate * self.delta_weight
