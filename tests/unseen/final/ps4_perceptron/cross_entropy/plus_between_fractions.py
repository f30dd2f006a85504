# mistake: (1 − t)/(1 − a) + t/a: the sign between the fractions
# loses: derivative
def binary_cross_entropy(output, target):
    a = np.clip(output, 1e-12, 1 - 1e-12)
    return -(target * np.log(a)).sum() - ((1 - target) * np.log(1 - a)).sum()


def binary_cross_entropy_derivative(output, target):
    a = np.clip(output, 1e-12, 1 - 1e-12)
    return (1 - target) / (1 - a) + target / a
