# the book's way: a small constant inside the logarithm
def binary_cross_entropy(output, target):
    delta = 1e-7
    return -np.sum(target * np.log(output + delta) + (1 - target) * np.log(1 - output + delta))


def binary_cross_entropy_derivative(output, target):
    delta = 1e-7
    return (1 - target) / (1 - output + delta) - target / (output + delta)
