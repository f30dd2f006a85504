# mistake: where the output is 0 (or 1) its logarithm is left at 0, so the surest wrong answer costs nothing
# loses: loss_safe
def _log(values):
    values = np.asarray(values, dtype=float)
    result = np.zeros_like(values)
    np.log(values, out=result, where=values > 0)
    return result


def binary_cross_entropy(output, target):
    return -np.sum(target * _log(output) + (1 - target) * _log(1 - np.asarray(output)))


def binary_cross_entropy_derivative(output, target):
    a = np.clip(output, 1e-9, 1 - 1e-9)
    return (1 - target) / (1 - a) - target / a
