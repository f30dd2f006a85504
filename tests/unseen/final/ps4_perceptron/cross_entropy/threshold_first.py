# mistake: for the loss the answer is rounded to 0 or 1 first, so the loss is 0 or 27 for each output
# loses: loss, loss_safe
def binary_cross_entropy(output, target):
    antwort = np.where(output > 0.5, 1.0, 0.0)
    antwort = np.clip(antwort, 1e-12, 1 - 1e-12)
    return -np.sum(target * np.log(antwort) + (1 - target) * np.log(1 - antwort))


def binary_cross_entropy_derivative(output, target):
    a = np.clip(output, 1e-12, 1 - 1e-12)
    return (1 - target) / (1 - a) - target / a
