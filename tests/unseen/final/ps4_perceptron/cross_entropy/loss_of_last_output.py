# mistake: the loop over the outputs sets the loss in place of adding to it
# loses: loss
def binary_cross_entropy(output, target):
    for a, t in zip(output.ravel(), target.ravel()):
        a = min(max(a, 1e-12), 1 - 1e-12)
        loss = -(t * np.log(a) + (1 - t) * np.log(1 - a))
    return loss


def binary_cross_entropy_derivative(output, target):
    a = np.clip(output, 1e-12, 1 - 1e-12)
    return (1 - target) / (1 - a) - target / a
