# mistake: the second term of the loss is (1 - t) * (1 - log a) in place of (1 - t) * log(1 - a)
# loses: loss, loss_safe
def binary_cross_entropy(output, target):
    a = np.clip(output, 1e-12, 1.0 - 1e-12)
    log_a = np.log(a)
    return -(target * log_a + (1 - target) * (1 - log_a)).sum()


def binary_cross_entropy_derivative(output, target):
    a = np.clip(output, 1e-12, 1.0 - 1e-12)
    return (a - target) / (a - a ** 2)
