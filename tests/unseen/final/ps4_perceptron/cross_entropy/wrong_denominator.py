# mistake: the derivative is (a − t)/(a·(1 + a)): a sign in the denominator
# loses: derivative, derivative_safe
def binary_cross_entropy(output, target):
    a = np.clip(output, 1e-12, 1 - 1e-12)
    return -np.sum(target * np.log(a) + (1 - target) * np.log(1 - a))


def binary_cross_entropy_derivative(output, target):
    a = np.clip(output, 1e-12, 1 - 1e-12)
    return (a - target) / (a * (1 + a))
