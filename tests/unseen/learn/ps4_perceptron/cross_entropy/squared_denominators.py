# mistake: the derivative's two terms are squared in their denominators: (1 − t)/(1 − a)² − t/a².
# loses: derivative, derivative_safe
def binary_cross_entropy(output, target):
    total = 0.0
    for a, t in zip(np.ravel(output), np.ravel(target)):
        a = min(max(a, 1e-12), 1 - 1e-12)
        total -= t * np.log(a) + (1 - t) * np.log(1 - a)
    return total


def binary_cross_entropy_derivative(output, target):
    a = np.clip(output, 1e-12, 1 - 1e-12)
    return (1 - target) / (1 - a) ** 2 - target / a ** 2
