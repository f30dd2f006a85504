# mistake: fit shrinks the weight by the factor 1 - learning_rate * delta_weight, so the step is multiplied by the weight
# loses: neuron: fit
class Neuron:

    def __init__(self, weight: float | None = None) -> None:
        self.weight = np.random.random() if weight is None else weight
        self.input = None
        self.delta_weight = None

    def forward(self, x: float) -> float:
        self.input = x
        return self.weight * x

    def back(self, grad: float) -> float:
        self.delta_weight = grad * self.input
        return self.weight * grad

    def fit(self, learning_rate: float) -> None:
        self.weight *= 1 - learning_rate * self.delta_weight
