# mistake: the bias stands inside the sum over the inputs and is added once for each of them
# loses: mlp_answer, mlp_gradients (of the biases; the answers once a bias isn't 0)
class MLP:
    def __init__(self, n_inputs, sizes, rng):
        self.weights = []
        self.biases = []
        eingaenge = n_inputs
        for anzahl in sizes:
            gewichte = []
            for j in range(anzahl):
                gewichte.append([Value(rng.uniform(-1, 1)) for i in range(eingaenge)])
            self.weights.append(gewichte)
            self.biases.append([Value(0.0) for j in range(anzahl)])
            eingaenge = anzahl

    def __call__(self, x):
        werte = x
        for l in range(len(self.weights)):
            neu = []
            for j in range(len(self.weights[l])):
                z = Value(0.0)
                for i in range(len(werte)):
                    z = z + self.weights[l][j][i] * werte[i] + self.biases[l][j]
                neu.append(z)
            if l != len(self.weights) - 1:
                neu = [z.tanh() for z in neu]
            werte = neu
        return werte

    def parameters(self):
        liste = []
        for l in range(len(self.weights)):
            for j in range(len(self.weights[l])):
                liste.append(self.biases[l][j])
                for w in self.weights[l][j]:
                    liste.append(w)
        return liste
