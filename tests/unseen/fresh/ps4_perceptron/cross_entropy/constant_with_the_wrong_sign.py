# mistake: the constant is taken from 1 - output instead of added, so the derivative is hugely negative at output 1, target 0
# loses: cross_entropy: derivative_safe (at 1 it points the wrong way)
def binary_cross_entropy(output, target):
    a = np.clip(output, 1e-10, 1 - 1e-10)
    return float(np.sum(-(target * np.log(a)) - (1 - target) * np.log(1 - a)))


def binary_cross_entropy_derivative(output, target):
    a = output + 1e-10                # never divide by 0
    return (1 - target) / (1 - a) - target / a
