import math


def cross_entropy_error(y, t):
    total = 0.0
    for row, target in zip(y, t):
        right = int(np.argmax(target)) if np.ndim(target) else int(target)
        total -= math.log(min(max(row[right], 1e-15), 1.0))
    return total / len(y)
