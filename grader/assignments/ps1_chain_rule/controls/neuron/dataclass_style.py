from dataclasses import dataclass, field
from typing import Optional


@dataclass
class Neuron:
    weight: Optional[float] = field(default_factory=lambda: None)
    input: float = 0.0
    delta_weight: float = 0.0

    def __post_init__(self):
        self.weight = np.random.random_sample() if self.weight is None else self.weight

    def forward(self, x):
        self.input = x
        return self.weight * self.input

    def back(self, grad):
        self.delta_weight, passed = grad * self.input, grad * self.weight
        return passed

    def fit(self, learning_rate):
        self.weight = self.weight - (self.delta_weight * learning_rate)
        return self
