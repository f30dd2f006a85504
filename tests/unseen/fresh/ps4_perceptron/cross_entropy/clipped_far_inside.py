# mistake: output is clipped to 0.05 … 0.95, in the loss and in the derivative
# loses: cross_entropy: loss, derivative (outputs near 0 and 1)
def _safe(output):
    # stay away from the edges
    return np.minimum(np.maximum(output, 0.05), 0.95)

def binary_cross_entropy(output, target):
    o = _safe(output)
    return -(target * np.log(o) + (1 - target) * np.log(1 - o)).sum()

def binary_cross_entropy_derivative(output, target):
    o = _safe(output)
    return (1 - target) / (1 - o) - target / o
