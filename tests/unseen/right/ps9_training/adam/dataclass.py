# mistake: none: a dataclass with default factories, powers kept as running products.
# loses: nothing
from dataclasses import dataclass, field


@dataclass
class Adam:
    learning_rate: float = 0.001
    beta1: float = 0.9
    beta2: float = 0.999
    epsilon: float = 1e-8
    p1: float = 1.0
    p2: float = 1.0
    m: dict = field(default_factory=dict)
    v: dict = field(default_factory=dict)

    def update(self, params, grads):
        self.p1 *= self.beta1
        self.p2 *= self.beta2
        for k in params.keys() & grads.keys():
            g = np.array(grads[k])
            self.m[k] = self.m.get(k, 0.0) * self.beta1 + g * (1 - self.beta1)
            self.v[k] = self.v.get(k, 0.0) * self.beta2 + g**2 * (1 - self.beta2)
            params[k][...] -= self.learning_rate * (self.m[k] / (1 - self.p1)) / (np.sqrt(self.v[k] / (1 - self.p2)) + self.epsilon)
