# mistake: the default of weight is np.random.random() itself, drawn once when the class is defined, so that all neurons without a given weight have the same one
# loses: neuron: forward (the weight that is drawn when none is given)
class Neuron:
    def __init__(self, weight=np.random.random()):
        self.weight = weight
        self.input = None
        self.delta_weight = None

    def forward(self, x):
        self.input = x
        return self.weight * self.input

    def back(self, grad):
        self.delta_weight = grad * self.input
        return self.weight * grad

    def fit(self, learning_rate):
        self.weight = self.weight - learning_rate * self.delta_weight
