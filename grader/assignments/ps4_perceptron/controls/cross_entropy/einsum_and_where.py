def binary_cross_entropy(output, target):
    """-sum(t ln a + (1 - t) ln(1 - a)), infinities replaced by a large number."""
    with np.errstate(divide="ignore"):
        cost = np.where(target == 1, -np.log(output), -np.log(1 - output))
    return float(np.einsum("ij->", np.nan_to_num(cost, posinf=745.0)))


def binary_cross_entropy_derivative(output, target):
    yes = np.where(output == 0, -1e300, -1 / np.where(output == 0, 1, output))
    no = np.where(output == 1, 1e300, 1 / np.where(output == 1, 1, 1 - output))
    return np.where(target == 1, yes, no)
