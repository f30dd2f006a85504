from collections import OrderedDict


def gradient_check(network, x: np.ndarray, t: np.ndarray) -> dict:
    a, n = network.gradient(x, t), network.numerical_gradient(x, t)
    result = OrderedDict()
    for key in ["W1", "b1", "W2", "b2"]:
        total, count = 0.0, 0
        for one, other in zip(a[key].ravel(), n[key].ravel()):
            total += one - other if one > other else other - one
            count += 1
        result[key] = np.array(total / count)
    return result
