# mistake: the margin is 0.05, so all answers above 0.95 or below 0.05 look alike
# loses: loss, loss_safe, derivative, derivative_safe
def binary_cross_entropy(output, target):
    output = np.clip(output, 0.05, 0.95)
    return float(-(target * np.log(output) + (1 - target) * np.log(1 - output)).sum())


def binary_cross_entropy_derivative(output, target):
    output = np.clip(output, 0.05, 0.95)
    return (1 - target) / (1 - output) - target / output
