# mistake: derivative is squeezed, so for a single output a number comes back in place of (1, 1)
# loses: derivative
def binary_cross_entropy(output, target):
    a = np.clip(output, 1e-12, 1 - 1e-12)
    return -np.sum(target * np.log(a) + (1 - target) * np.log(1 - a))


def binary_cross_entropy_derivative(output, target):
    a = np.clip(output, 1e-12, 1 - 1e-12)
    d = np.squeeze((1 - target) / (1 - a) - target / a)
    return d if d.ndim == 0 else d[:, None]
