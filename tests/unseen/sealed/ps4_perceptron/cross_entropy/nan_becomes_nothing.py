# mistake: the derivative is computed without care and NaN is turned to 0 afterwards: at output = target = 0 or 1 it is 0, not 1 or -1
# loses: derivative_safe
def binary_cross_entropy(output, target):
    p = np.clip(output, 1e-15, 1 - 1e-15)
    return -np.sum(target * np.log(p) + (1 - target) * np.log(1 - p))


def binary_cross_entropy_derivative(output, target):
    with np.errstate(divide="ignore", invalid="ignore"):
        d = (1 - target) / (1 - output) - target / output
    return np.nan_to_num(d, nan=0.0, posinf=1e12, neginf=-1e12)
