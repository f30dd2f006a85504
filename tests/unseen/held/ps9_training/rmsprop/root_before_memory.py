# mistake: the step divides by the root of h from before this gradient was taken in
# loses: the size of every step, most of all the first

class RMSProp:
    def __init__(self, learning_rate=0.01, decay=0.99, epsilon=1e-8):
        self.learning_rate = learning_rate
        self.decay = decay
        self.epsilon = epsilon
        self.h = {}

    def update(self, params, grads):
        for nombre, parametro in params.items():
            cuadrados = self.h.setdefault(nombre, np.zeros(parametro.shape))
            raiz = np.sqrt(cuadrados)
            cuadrados *= self.decay
            cuadrados += (1 - self.decay) * np.square(grads[nombre])
            parametro -= self.learning_rate * grads[nombre] / (raiz + self.epsilon)
