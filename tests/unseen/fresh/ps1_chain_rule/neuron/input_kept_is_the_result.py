# mistake: forward overwrites x by weight times x before it keeps it, so input holds the result
# loses: neuron: forward (the input kept), delta_weight, fit
class Neuron:
    def __init__(self, weight=None):
        self.weight = np.random.random() if weight is None else weight
        self.input = None
        self.delta_weight = None

    def forward(self, x):
        x = self.weight * x
        self.input = x
        return x

    def back(self, grad):
        self.delta_weight = grad * self.input
        return self.weight * grad

    def fit(self, learning_rate):
        self.weight -= learning_rate * self.delta_weight
