# mistake: forward keeps an input only as long as none was kept, so later forwards don't replace it
# loses: forward, delta_weight
class Neuron:
    def __init__(self, weight=None):
        self.weight = np.random.random() if weight is None else weight
        self.input = None
        self.delta_weight = None

    def forward(self, x):
        if self.input is None:  # remember it once
            self.input = x
        return self.weight * x

    def back(self, grad):
        self.delta_weight = self.input * grad
        return self.weight * grad

    def fit(self, learning_rate):
        self.weight = self.weight + (-learning_rate) * self.delta_weight
