# mistake: a margin of 0.01, all answers better than 0.99 look alike
# loses: loss_safe, derivative_safe
def binary_cross_entropy(output, target):
    a = np.clip(output, 0.01, 0.99)
    return -np.sum(target * np.log(a) + (1 - target) * np.log(1 - a))


def binary_cross_entropy_derivative(output, target):
    a = np.clip(output, 0.01, 0.99)
    return (1 - target) / (1 - a) - target / a
