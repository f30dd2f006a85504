# mistake: where the derivative isn't finite it is set to 0, so a surely wrong answer gets no complaint
# loses: derivative_safe
def binary_cross_entropy(output, target):
    a = np.clip(output, 1e-12, 1 - 1e-12)
    return -np.sum(target * np.log(a) + (1 - target) * np.log(1 - a))


def binary_cross_entropy_derivative(output, target):
    with np.errstate(all="ignore"):
        d = (1 - target) / (1 - output) - target / output
    return np.nan_to_num(d, nan=0.0, posinf=0.0, neginf=0.0)
