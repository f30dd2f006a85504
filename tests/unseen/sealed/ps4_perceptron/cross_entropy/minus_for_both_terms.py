# mistake: in the derivative both terms have a minus: the inner derivative of 1 - a is forgotten
# loses: derivative, derivative_safe
def binary_cross_entropy(output, target):
    a = np.clip(output, 1e-12, 1 - 1e-12)
    return np.sum(-(target * np.log(a) + (1 - target) * np.log(1 - a)))


def binary_cross_entropy_derivative(output, target):
    a = np.clip(output, 1e-12, 1 - 1e-12)
    # d log(u) = 1/u
    return -(target / a + (1 - target) / (1 - a))
