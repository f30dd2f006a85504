# mistake: none: a Python loop, max(y, 1e-12), labels through int()
# loses: nothing
import math


def cross_entropy_error(y, t):
    verluste = []
    for n, zeile in enumerate(y):
        k = int(t[n]) if np.ndim(t) == 1 else int(np.argmax(t[n]))
        verluste.append(-math.log(max(zeile[k], 1e-12)))
    return sum(verluste) / len(verluste)
