# mistake: none: the derivative as one fraction, (a − t)/(a(1 − a)), of a clipped a
# loses: nothing
def _sicher(a):
    return np.minimum(np.maximum(a, 1e-12), 1 - 1e-12)


def binary_cross_entropy(output, target):
    a = _sicher(output)
    return -(np.vdot(target, np.log(a)) + np.vdot(1 - target, np.log1p(-a)))


def binary_cross_entropy_derivative(output, target):
    a = _sicher(output)
    return (a - target) / (a * (1 - a))
