import math


def binary_cross_entropy(output, target):
    total = 0
    for a, t in zip(output.flatten(), target.flatten()):
        total -= t * math.log(max(a, 1e-15)) + (1 - t) * math.log(max(1 - a, 1e-15))
    return total


def binary_cross_entropy_derivative(output, target):
    d = np.empty(output.shape)
    for i in range(output.shape[0]):
        a, t = float(output[i][0]), target[i][0]
        d[i, 0] = (1 - t) / max(1 - a, 1e-15) - t / max(a, 1e-15)
    return d
