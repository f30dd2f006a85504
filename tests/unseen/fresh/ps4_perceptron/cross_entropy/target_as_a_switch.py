# mistake: the loss picks one of its two terms by target > 0.5, so targets between 0 and 1 count as 0 or 1
# loses: cross_entropy: loss (targets between 0 and 1)
def binary_cross_entropy(output, target):
    p = np.clip(output, 1e-12, 1 - 1e-12)
    per_output = np.where(target > 0.5, -np.log(p), -np.log(1 - p))
    return per_output.sum()


def binary_cross_entropy_derivative(output, target):
    p = np.clip(output, 1e-12, 1 - 1e-12)
    return (1 - target) / (1 - p) - target / p
