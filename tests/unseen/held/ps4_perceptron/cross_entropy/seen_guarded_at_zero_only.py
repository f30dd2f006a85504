# mistake: The output is kept away from 0 but not from 1, so log(1 - a) and the division by 1 - a fail at 1.
# loses: loss and derivative at output 1

def binary_cross_entropy(output, target):
    p = np.maximum(output, 1e-10)
    return float(-np.sum(target * np.log(p) + (1 - target) * np.log(1 - p)))


def binary_cross_entropy_derivative(output, target):
    p = np.maximum(output, 1e-10)
    return (1 - target) / (1 - p) - target / p
