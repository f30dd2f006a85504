# mistake: the new square enters with its full weight instead of 1 - decay
# loses: h, and with it the step

class RMSProp:
    def __init__(self, learning_rate=0.01, decay=0.99, epsilon=1e-8):
        self.learning_rate = learning_rate
        self.decay = decay
        self.epsilon = epsilon
        self.h = {}

    def update(self, params, grads):
        for nombre, parametro in params.items():
            cuadrados = self.h.setdefault(nombre, np.zeros(parametro.shape))
            cuadrados *= self.decay
            cuadrados += np.square(grads[nombre])
            raiz = np.sqrt(cuadrados)
            parametro -= self.learning_rate * grads[nombre] / (raiz + self.epsilon)
