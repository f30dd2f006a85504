# mistake: none: a dataclass, the input kept by a helper
# loses: nothing
from dataclasses import dataclass
from typing import Optional


@dataclass(eq=False)
class Neuron:
    weight: Optional[float] = None
    input: Optional[float] = None
    delta_weight: Optional[float] = None

    def __post_init__(self):
        if self.weight is None:
            self.weight = np.random.random()

    def forward(self, x: float) -> float:
        return self.weight * self._keep(x)

    def _keep(self, x):
        self.input = x
        return x

    def back(self, grad: float) -> float:
        self.delta_weight, handed = grad * self.input, grad * self.weight
        return handed

    def fit(self, learning_rate: float) -> None:
        self.weight += -learning_rate * self.delta_weight
