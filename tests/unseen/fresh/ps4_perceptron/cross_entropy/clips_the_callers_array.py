# mistake: the loss clips output in place (out=output), so the caller's outputs are changed
# loses: cross_entropy: loss_safe (output left unchanged)
def binary_cross_entropy(output, target):
    np.clip(output, 1e-4, 1 - 1e-4, out=output)
    return -np.sum(target * np.log(output) + (1 - target) * np.log(1 - output))


def binary_cross_entropy_derivative(output, target):
    o = np.clip(output, 1e-12, 1 - 1e-12)
    return (1 - target) / (1 - o) - target / o
