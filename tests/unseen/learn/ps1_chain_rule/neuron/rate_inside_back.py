# mistake: the learning rate is fixed at 0.1 inside back, where delta_weight is already made a step, and fit multiplies once more.
# loses: delta_weight
class Neuron:
    def __init__(self, weight=None):
        self.weight = weight if weight is not None else np.random.random()
        self.input, self.delta_weight = None, None

    def forward(self, x):
        self.input = x
        return x * self.weight

    def back(self, grad):
        lr = 0.1
        self.delta_weight = lr * grad * self.input
        return grad * self.weight

    def fit(self, learning_rate):
        self.weight -= learning_rate * self.delta_weight
